import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';

import { AUTOCOMPLETE_CHOICE_LIMIT } from '#src/discord/interactions/command.ts';
import type { Choices, Use } from '#src/discord/interactions/command.ts';
import type { Caller } from '#src/discord/interactions/interaction.ts';
import type { Focused } from '#src/discord/interactions/options.ts';
import { quoted } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';
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
  services: SuggestionServices,
): Promise<Choices> {
  if (name === 'system') {
    return findSystems(typed).map((system) => ({ name: system.name, value: String(system.id) }));
  }
  const [own, tracked, members] = await Promise.all([
    ownName(services, caller.id, typed),
    trackedNames(services, caller, typed),
    memberNames(services, caller, typed),
  ]);
  const recent = services.recentPlayers.suggest(caller.id, typed, AUTOCOMPLETE_CHOICE_LIMIT);
  return [...new Set([...own, ...recent, ...members, ...tracked])]
    .slice(0, AUTOCOMPLETE_CHOICE_LIMIT)
    .map((player) => ({ name: player, value: player }));
}

type SuggestionServices = Pick<Services, 'clock' | 'people' | 'recentPlayers' | 'trackedNamesIn'>;

/** The players whom this server tracks. */
const trackedNames = namesInServer(({ trackedNamesIn }, guildId, start) =>
  trackedNamesIn(guildId, start, AUTOCOMPLETE_CHOICE_LIMIT),
);

/** The members on this server's leaderboard. */
const memberNames = namesInServer(async ({ people }, guildId, start) =>
  (await people()).serverPlayers.membersNamed(guildId, start, AUTOCOMPLETE_CHOICE_LIMIT),
);

function namesInServer(
  find: (
    services: SuggestionServices,
    guildId: string,
    start: string,
  ) => Promise<readonly string[]>,
) {
  return async (
    services: SuggestionServices,
    { guildId }: Caller,
    typed: string,
  ): Promise<readonly string[]> => {
    const start = playerText(typed).toLowerCase();
    if (guildId === null || !/^[a-z0-9]{0,20}$/.test(start)) return [];
    return ifInTime(find(services, guildId, start), [], services.clock);
  };
}

/** The name of the caller's linked account, if what they type could be it. */
async function ownName(
  services: SuggestionServices,
  callerId: string,
  typed: string,
): Promise<readonly string[]> {
  const link = await ifInTime(linkOf(services, callerId), null, services.clock);
  const start = playerText(typed).toLowerCase();
  const isMeant = start === 'me' || link?.name.toLowerCase().startsWith(start) === true;
  return link && isMeant ? [link.name] : [];
}

/** What the database says, unless it fails or hangs: the rest of the list doesn't need it. */
async function ifInTime<T>(answer: Promise<T>, otherwise: T, clock: Clock): Promise<T> {
  const isInTime = await settlesWithin(answer, SUGGESTIONS_WITHIN_MS, clock);
  return isInTime ? answer.catch(() => otherwise) : otherwise;
}

/** Less than Discord waits, and the router. */
const SUGGESTIONS_WITHIN_MS = 2_000;

/**
 * The player in `user`: the one that was typed, a mentioned member's account, or the caller's own if it was left out.
 * @param commandName the command to try again with.
 * @param missing the sentence if the caller has linked none
 * @throws Refusal, StoreError
 */
export async function playerOf(
  { answer, caller, services }: Use<Pick<Services, 'people'>>,
  typed: string | undefined,
  commandName: string,
  missing:
    | 'comparison.noOther'
    | 'comparison.noUser'
    | 'failure.noLinkedAccount' = 'failure.noLinkedAccount',
): Promise<PlayerRef> {
  const memberId = typed === undefined ? caller.id : memberMeant(typed, caller.id);
  if (memberId === null) return playerFrom(typed ?? '');
  const account = await answer.whileWaiting(accountOf(services, memberId, caller.id));
  if (account) return account;
  if (memberId !== caller.id) throw notLinked(memberId);
  throw new Refusal(missing, { command: command(commandName), link: command('link') });
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
