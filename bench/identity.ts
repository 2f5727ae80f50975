/** Who both bots are to the loopback Discord. */
export const APPLICATION_ID = '1100000000000000001';

/** In the shape of Discord's tokens. */
export const TOKEN = `${Buffer.from(APPLICATION_ID).toString('base64url')}.Loopbk.${'0'.repeat(38)}`;

export const BOT_USER = {
  id: APPLICATION_ID,
  username: 'Completionist',
  global_name: null,
  discriminator: '0',
  avatar: null,
  bot: true,
  public_flags: 0,
};

/** Discord's id of one of many servers. */
export function guildIdOf(index: number): string {
  return String(1_100_000_001_000_000_000n + BigInt(index));
}

/** The channel in it that announcements are posted in. */
export function channelIdOf(index: number): string {
  return String(1_100_000_002_000_000_000n + BigInt(index));
}
