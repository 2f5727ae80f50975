import type { Caller } from '#src/discord/interactions/interaction.ts';

/** Somebody in a text channel of a server, who may do nothing special there; as the test says otherwise. */
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
