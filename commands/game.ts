import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import {
  AUTOCOMPLETE_CHOICE_LIMIT,
  defineCommand,
  IN_SERVERS,
} from '#src/discord/interactions/command.ts';
import type { ComponentUse, Use } from '#src/discord/interactions/command.ts';
import type { ComponentInput } from '#src/discord/interactions/interaction.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { escapeMarkdown, quoted } from '#src/messages/markdown.ts';
import { Page, turnPage } from '#src/messages/paging.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import type { ServerGame } from '#src/people/find-games.ts';
import {
  GAME_PREFIX,
  gameChoice,
  gameMessage,
  HOLDERS_PER_PAGE,
  parseGameCustomId,
} from '#src/people/messages/game.ts';
import type { OwnAccount } from '#src/people/messages/game.ts';
import type { People } from '#src/people/people.ts';
import type { ServerPlayer } from '#src/people/tables/server-players.ts';

import { guildOf } from './guild-of.ts';
import { privateOption } from './library-options.ts';
import type { Services } from './services.ts';

type GameUse = Use<Services>;

/** More would be no help: then the list that appears while typing is. */
const CANDIDATES_NAMED = 10;
/** The largest id that the database takes. */
const LARGEST_ID = 2 ** 31 - 1;

/** `/game`: who in a server has a game, and how far along they are. */
export const game = defineCommand({
  definition: {
    name: 'game',
    description: 'command.game',
    ...IN_SERVERS,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'title',
        description: 'option.title',
        required: true,
        autocomplete: true,
      },
      privateOption,
    ],
  },

  run: (use: GameUse, options) => use.answer.showWhenReady(chosen(use, options.title)),

  async autocomplete({ typed }, caller, services) {
    if (caller.guildId === null) return [];
    const { serverGames, serverPlayers } = await services.people();
    const players = await serverPlayers.in(caller.guildId);
    const found = await serverGames.suggest(caller.guildId, players, typed);
    return found
      .slice(0, AUTOCOMPLETE_CHOICE_LIMIT)
      .map((one) => ({ name: gameChoice(one), value: `game/${one.id}` }));
  },

  components: [{ prefix: GAME_PREFIX, parse: parseButton }],
});

function parseButton(input: ComponentInput): ComponentUse<Services> | null {
  const id = parseGameCustomId(input.customId);
  if (!id) return null;
  const show = (use: GameUse, target: number) => use.answer.showWhenReady(turned(use, id, target));
  return { ownerId: id.ownerId, ...turnPage(id, input, show) };
}

async function turned(
  use: GameUse,
  id: { readonly guildId: string; readonly gameId: number },
  target: number,
): Promise<MessageBody> {
  if (guildOf(use.caller, 'game.notInServer') !== id.guildId) {
    throw new Refusal('game.otherServer', { game: command('game') });
  }
  const people = await use.services.people();
  const players = await people.serverPlayers.in(id.guildId);
  return shown(use, { ...id, people, players }, target);
}

async function chosen(use: GameUse, typed: string): Promise<MessageBody> {
  const guildId = guildOf(use.caller, 'game.notInServer');
  const people = await use.services.people();
  const players = await people.serverPlayers.in(guildId);
  if (players.length === 0) {
    throw new Refusal('leaderboard.nobody', {
      link: command('link'),
      track: command('announcements track'),
    });
  }
  const gameId = idIn(typed) ?? (await foundFor(people, { guildId, players }, typed)).id;
  return shown(use, { guildId, gameId, people, players }, 1);
}

async function shown(
  { caller, services }: GameUse,
  of: {
    readonly people: People;
    readonly players: readonly ServerPlayer[];
    readonly guildId: string;
    readonly gameId: number;
  },
  number: number,
): Promise<MessageBody> {
  const { people, players, guildId, gameId } = of;
  const found = await people.serverGames.find(gameId);
  const holders = found ? await people.serverGames.holders(gameId, players) : [];
  if (!found || holders.length === 0) throw new Refusal('game.nobody');
  const own = await ownAccount(people, players, caller.id);
  const page = Page.of({ number, itemCount: holders.length, size: HOLDERS_PER_PAGE });
  const loading = players.filter(({ isLoaded }) => !isLoaded).length;
  return gameMessage(
    { game: found, holders, page, own, loading },
    {
      t: services.translate(caller.locale),
      mention: services.mention,
      ownerId: caller.id,
      guildId,
    },
  );
}

async function ownAccount(
  { denials, links }: People,
  players: readonly ServerPlayer[],
  userId: string,
): Promise<OwnAccount> {
  const link = await links.get(userId);
  if (!link) return { kind: 'unlinked' };
  // Whoever only claims an account isn't that player.
  if (link.verifiedAt === null) return { kind: 'unverified' };
  const { ulid } = link;
  const player = players.find((one) => one.ulid === ulid);
  if (player) return { kind: 'shown', ulid, isLoaded: player.isLoaded };
  return { kind: (await denials.has(ulid)) ? 'denied' : 'hidden' };
}

/** The game's id in a choice, or in the address of its page. */
function idIn(typed: string): number | null {
  const id = Number(/(?:^|\/)game\/(?<id>\d{1,10})(?!\d)/.exec(typed.trim())?.groups?.['id']);
  return id >= 1 && id <= LARGEST_ID ? id : null;
}

/** The one game that a title means. @throws Refusal */
async function foundFor(
  { serverGames }: People,
  { guildId, players }: { readonly guildId: string; readonly players: readonly ServerPlayer[] },
  typed: string,
): Promise<ServerGame> {
  const { exact, found } = await serverGames.search(guildId, players, typed);
  const candidates = exact.length > 0 ? exact : found;
  const [only, ...others] = candidates;
  if (!only) throw new Refusal('game.unknown', { typed: quoted(typed) });
  if (others.length === 0) return only;
  const named = candidates.slice(0, CANDIDATES_NAMED).map((one) => escapeMarkdown(gameChoice(one)));
  throw candidates.length > CANDIDATES_NAMED
    ? new Refusal('game.many', { typed: quoted(typed) })
    : new Refusal('game.ambiguous', { typed: quoted(typed), games: (t) => t.list(named) });
}
