import { usesOf } from './text-problems.ts';

/** The longest name that the site allows, and a count beyond all that there are. */
const LONGEST_NAME = 'W'.repeat(20);
const LARGEST = 100_000;

/** Discord's limits where a text stands alone, by how its name begins. */
const LIMITS: readonly (readonly [limit: number, names: RegExp])[] = [
  [100, /^(?:command|option)\./],
  [32, /^(?:optionName|menuName)\./],
  // Options of menus, and choices of commands.
  [100, /^(?:status|sort|feedKinds|cadence|weekday)\./],
  [100, /^leaderboard\.(?:week|month|year|all|any|beaten|mastered)$/],
  [100, /^library\.(?:allSystems|moreSystems|firstSystems|systemGames)$/],
  [100, /^comparison\.(?:both|only|sortLead|sortClosest)$/],
  [150, /^(?:library|comparison)\.\w+Menu$/],
  // Buttons.
  [80, /^library\.(?:refresh|stats|csv|json|site|clearSearch)$/],
  [80, /^(?:random\.(?:another|library)|stats\.library|post\.fullList)$/],
  [80, /^link\.(?:check|profile|replaceYes|replaceNo)$/],
  [80, /^(?:invite\.(?:join|leave)|leaderboard\.(?:join|leave))$/],
  [80, /^privacy\.(?:download|delete|deny|allow|confirm|keep)$/],
  [80, /^(?:takeAlong\.(?:move|see)|remove\.(?:yes|no))$/],
  // Modals. The title of one is what its button says.
  [45, /^(?:library\.jumpTitle|library\.jumpLabel(?:Any)?|invite\.(?:join|modalLabel))$/],
  // Marks in a game's second line, which has to fit a phone.
  [3, /^library\.(?:casual|partlyCasual)$/],
  // Titles of embeds and names of fields.
  [256, /^(?:\w+\.title|\w+\.\w+Title|setup\.(?:isSetUp|isChanged))$/],
  [256, /^post\.(?:digest\w*|finished|finishedByPlayers)$/],
  [256, /^(?:about\.(?:version|uptime|site|data|gateway))$/],
  [
    256,
    /^(?:feed\.(?:channel|kinds|schedule|role|language|players)|feedStatus\.(?:lastPoll|lastPost|waiting|setUpAt))$/,
  ],
  [1024, /^help\.(?:buttons|private|announcements\w+)$/],
];

/**
 * How a text is too long, in words; nothing if it fits with the longest values.
 * @param write puts the values into it
 */
export function lengthProblemsOf(
  key: string,
  text: string,
  write: (values: Readonly<Record<string, string | number>>) => string,
): string[] {
  const limit = limitOf(key);
  if (limit === undefined) return [];
  const values = [...usesOf(text)].map(
    ([name, use]) => [name, use === 'text' ? LONGEST_NAME : LARGEST] as const,
  );
  const { length } = write(Object.fromEntries(values));
  return length > limit ? [`has ${length} characters, and ${limit} fit`] : [];
}

/** The lowest limit for a text; undefined if it has none. */
export function limitOf(key: string): number | undefined {
  const limits = LIMITS.filter(([, names]) => names.test(key)).map(([limit]) => limit);
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** Whether each limit is for a text that there is. */
export function unusedLimits(keys: readonly string[]): RegExp[] {
  return LIMITS.map(([, names]) => names).filter((names) => !keys.some((key) => names.test(key)));
}

type Named = Readonly<Record<string, string>>;

const OPTION = /`([\p{L}\p{N}_-]+)(?::True)?`/gu;

const quotedIn = (text: string) => new Set([...text.matchAll(OPTION)].map(([, word]) => word));

/**
 * Options that a translation calls otherwise than the command does.
 * @param english the text that it is a translation of
 */
export function optionProblemsOf(
  text: string,
  english: string,
  names: { readonly english: Named; readonly own: Named },
): string[] {
  const own = new Map(Object.entries(names.own));
  const shown = quotedIn(text);
  return [...quotedIn(english)]
    .filter((word) => word !== undefined && Object.hasOwn(names.english, word))
    .filter((word) => !shown.has(String(own.get(String(word)))))
    .map((word) => `doesn’t call the option \`${word}\` \`${String(own.get(String(word)))}\``);
}
