import { squeezeText } from '#src/platform/text.ts';
import { createSearch, createUnfinishedSearch } from '#src/progress/query/search.ts';
import { parseSystem } from '#src/retroachievements/find-system.ts';
import { systemShortName } from '#src/retroachievements/system.ts';
import { parseTitle, searchKey } from '#src/retroachievements/title.ts';

/** A game that somebody in a server has. */
export type ServerGame = {
  readonly id: number;
  /** With tags and alternative names. */
  readonly title: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly playerCount: number;
};

export type ListedGame = ServerGame & { readonly searchKey: string };

/** Best first: the title itself, which is in `exact`, too, then those that most players have. */
export type FoundGames = {
  readonly exact: readonly ListedGame[];
  readonly found: readonly ListedGame[];
};

/** The games meant by a title, or by a label like `Super Mario World (SNES)`. @param games most players first */
export function findGames(games: readonly ListedGame[], typed: string): FoundGames {
  const label = readLabel(typed);
  const labelled = label && search(games.filter(label.isOnSystem), label.title);
  return labelled && labelled.found.length > 0 ? labelled : search(games, typed);
}

/** The games that someone may mean who is still typing, best first. @param games most players first */
export function suggestGames(games: readonly ListedGame[], typed: string): readonly ListedGame[] {
  const { exact, found } = findGames(games, typed);
  const test = createUnfinishedSearch(typed);
  if (test === null) return found;
  // `7` is 7 first, and then what may become 70.
  const first = new Set(/\d\s*$/.test(typed) ? found : exact);
  const all = new Set(found);
  return [
    ...first,
    ...games.filter((game) => !first.has(game) && (all.has(game) || test(game.searchKey))),
  ];
}

function search(games: readonly ListedGame[], typed: string): FoundGames {
  const test = createSearch(typed);
  if (test === null) return { exact: [], found: games };
  const key = searchKey(typed);
  const found = games.filter((game) => test(game.searchKey));
  const called = found.filter((game) => isCalled(game, key));
  // Whoever types a plain title doesn't mean its subsets and hacks.
  const whole = called.filter((game) => game.searchKey === key);
  const exact = whole.length > 0 ? whole : called;
  return { exact, found: [...exact, ...found.filter((game) => !exact.includes(game))] };
}

/** @param key of what somebody typed */
function isCalled({ title, searchKey: own }: ListedGame, key: string): boolean {
  const { name } = parseTitle(title);
  return own === key || [name, ...name.split(' | ')].some((one) => searchKey(one) === key);
}

/** A title with the system behind it; null for any other text. */
function readLabel(typed: string) {
  const groups = /^(?<title>.*\S)\s*\((?<system>[^()]+)\)\s*$/s.exec(typed)?.groups;
  const { title, system } = groups ?? {};
  if (title === undefined || system === undefined) return null;
  const id = parseSystem(system);
  const text = squeezeText(system);
  return {
    title,
    isOnSystem: ({ systemId, systemName }: ListedGame): boolean =>
      systemId === id || squeezeText(systemShortName(systemId, systemName)) === text,
  };
}
