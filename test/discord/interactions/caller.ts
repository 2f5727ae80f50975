import type { Caller } from '#src/discord/interactions/interaction.ts';

/** Someone in a server's text channel with no special permissions, unless the test says otherwise. */
export function callerOf(id: string, said: Partial<Caller> = {}): Caller {
  return {
    id,
    locale: 'en-GB',
    guildLocale: 'en-US',
    guildId: '9',
    hasBot: true,
    channel: { id: '90', type: 0 },
    permissions: 0n,
    ...said,
  };
}
