import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';

import { AUTOCOMPLETE_CHOICE_LIMIT } from '#src/discord/interactions/command.ts';
import type { Choices, Use } from '#src/discord/interactions/command.ts';
import type { Caller } from '#src/discord/interactions/interaction.ts';
import type { Focused } from '#src/discord/interactions/options.ts';
import { quoted } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { cleanInput } from '#src/platform/text.ts';
import { STATUS_CHOICES } from '#src/progress/query/query.ts';
import { findSystems, parseSystem } from '#src/retroachievements/find-system.ts';
import { playerText } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import { accountOf, memberMeant, notLinked, playerFrom } from './player-option.ts';
import type { Services } from './services.ts';

/** Options of the commands that show a player's library. */

export const userOption = {
  type: ApplicationCommandOptionType.String,
  name: 'user',
  description: 'option.user',
  autocomplete: true,
} as const satisfies APIApplicationCommandBasicOption;

export const systemOption = {
  type: ApplicationCommandOptionType.String,
  name: 'system',
  description: 'option.system',
  autocomplete: true,
} as const satisfies APIApplicationCommandBasicOption;

export const statusOption = {
  type: ApplicationCommandOptionType.String,
  name: 'status',
  description: 'option.status',
  choices: STATUS_CHOICES.map((value) => ({ name: `status.${value}`, value })),
} as const satisfies APIApplicationCommandBasicOption;

export const privateOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'option.private',
} as const satisfies APIApplicationCommandBasicOption;

/** Suggests what someone types in `user` or `system`. */
export async function suggestForLibrary(
  { name, typed }: Focused,
  caller: Caller,
  services: Pick<Services, 'people' | 'recentPlayers' | 'trackedNamesIn'>,
): Promise<Choices> {
  if (name === 'system') {
    return findSystems(typed).map((system) => ({ name: system.name, value: String(system.id) }));
  }
  const [own, server] = await Promise.all([
    ownName(services, caller.id, typed),
    namesInServer(services, caller, typed),
  ]);
  const recent = services.recentPlayers.suggest(caller.id, typed, AUTOCOMPLETE_CHOICE_LIMIT);
  return [...new Set([...own, ...recent, ...server])]
    .slice(0, AUTOCOMPLETE_CHOICE_LIMIT)
    .map((player) => ({ name: player, value: player }));
}

/** The players whom this server tracks. The rest of the list doesn't need them. */
async function namesInServer(
  { trackedNamesIn }: Pick<Services, 'trackedNamesIn'>,
  { guildId }: Caller,
  typed: string,
): Promise<readonly string[]> {
  const start = playerText(typed).toLowerCase();
  if (guildId === null || !/^[a-z0-9]{0,20}$/.test(start)) return [];
  return trackedNamesIn(guildId, start, AUTOCOMPLETE_CHOICE_LIMIT).catch(() => []);
}

/** The name of the caller's linked account, if what they type could be it. The rest of the list doesn't need it. */
async function ownName(
  services: Pick<Services, 'people'>,
  callerId: string,
  typed: string,
): Promise<readonly string[]> {
  const link = await linkOf(services, callerId).catch(() => null);
  const start = playerText(typed).toLowerCase();
  return link?.name.toLowerCase().startsWith(start) ? [link.name] : [];
}

/**
 * The player in `user`: the one that was typed, a mentioned member's account, or the caller's own if it was left out.
 * @param commandName the command to try again with.
 * @throws Refusal, StoreError
 */
export async function playerOf(
  { answer, caller, services }: Use<Pick<Services, 'people'>>,
  typed: string | undefined,
  commandName: string,
): Promise<PlayerRef> {
  const memberId = typed === undefined ? caller.id : memberMeant(typed, caller.id);
  if (memberId === null) return playerFrom(typed ?? '');
  const account = await answer.whileWaiting(accountOf(services, memberId, caller.id));
  if (account) return account;
  if (memberId !== caller.id) throw notLinked(memberId);
  throw new Refusal('failure.noLinkedAccount', {
    command: command(commandName),
    link: command('link'),
  });
}

async function linkOf({ people }: Pick<Services, 'people'>, userId: string) {
  return (await people()).linking.linkOf(userId);
}

/** The system in `system`; null if it was left out. @throws Refusal */
export function systemOf(typed: string | undefined): number | null {
  if (typed === undefined || cleanInput(typed) === '') return null;
  const found = parseSystem(typed);
  if (typeof found === 'number') return found;
  const candidates = found.slice(0, CANDIDATES_NAMED).map(({ name }) => name);
  throw candidates.length > 0 && found.length <= CANDIDATES_NAMED
    ? new Refusal('failure.ambiguousSystem', {
        typed: quoted(typed),
        systems: (t) => t.either(candidates),
      })
    : new Refusal('failure.unknownSystem', { typed: quoted(typed) });
}

/** More wouldn't help; the list that appears while typing does. */
const CANDIDATES_NAMED = 15;
