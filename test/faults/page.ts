import { en } from '#src/messages/languages/en.ts';

import { EXPECTED } from './expected.ts';
import { SENTENCES } from './outcomes.ts';
import type { Sentence } from './outcomes.ts';
import { PEOPLE } from './people.ts';
import { POSTS } from './posts.ts';
import type { Outcomes } from './run-fault.ts';
import { PROCESS } from './starts.ts';

const ACTIVITIES = { ...PEOPLE, ...POSTS, ...PROCESS } as const satisfies Record<
  keyof Outcomes,
  string
>;

const INTRODUCTION = `# When something fails

What people see while RetroAchievements, Discord, the database, or the cache fails, or the bot's process does. In each of these cases, the real bot
ran through everything below twice: while it failed, and when it worked again. Each time it worked again by itself, every award was posted exactly once,
and nothing that was saved was missing.

\`npm run faults\` checks all of it again, and writes this page. \`npm test\` checks a part.

All libraries were out of date, so that opening one meant asking RetroAchievements. A library loaded within the last five minutes doesn't need it, and people
get it as usual. The picture of \`/stats\` had been drawn before: a new one takes longer.

A digest waits up to two minutes for RetroAchievements, which may still have awards for it, and is then posted without them.
`;

const HOW_TO_READ = `## What the words mean

- **as usual**: people get what they asked for.
- **saved copy**: people get the last copy, with its age and the sentence.
- **“…”**: people get a sentence that says what happened and what to do next. Nobody else sees it.
- **no answer**: Discord tells them that the application didn't respond.
- **posted**: at once, though something fails. **posted afterwards**: as soon as it works again.
- **ends in time**: within 10 seconds. **is killed**: it can't end by itself, and whoever runs it has to kill it. Nothing is lost.
- **starts**: answers commands and announces. **starts afterwards**: as soon as it works again. **ends with**: the start ends with this line and code 1.

These are the sentences, in English:
`;

/** The page for operators, in Markdown. */
export function page(): string {
  const parts = [
    INTRODUCTION,
    ...Object.entries(EXPECTED).map(([title, table]) => section(title, table)),
    HOW_TO_READ,
    sentences(usedIn(Object.values(EXPECTED))),
  ];
  return parts.join('\n');
}

type Table = Readonly<Record<string, Outcomes>>;

function section(title: string, table: Table): string {
  const ways = Object.entries(table);
  const header = ['', ...ways.map(([way]) => way)];
  const rows = keysOf(ACTIVITIES).map((activity) => [
    ACTIVITIES[activity],
    ...ways.map(([, outcomes]) => phrase(activity, outcomes)),
  ]);
  return `## ${title}\n\n${markdownTable([header, ...rows])}\n`;
}

function phrase(activity: keyof Outcomes, outcomes: Outcomes): string {
  const outcome: string = outcomes[activity];
  const sentence = sentenceIn(outcome);
  if (sentence) {
    const said = `“${SENTENCES[sentence]}”`;
    return outcome.startsWith('copy') ? `saved copy, ${said}` : said;
  }
  if (activity === 'start' || activity === 'migration') return startPhrase(outcome);
  if (activity === 'stop') return outcome === 'in time' ? 'ends in time' : 'is killed';
  if (activity in POSTS) return outcome === 'at once' ? 'posted' : 'posted afterwards';
  return outcome;
}

function startPhrase(outcome: string): string {
  if (outcome === 'at once') return 'starts';
  if (outcome === 'later') return 'starts afterwards';
  const line = outcome.replace('refused: ', '');
  return `ends with “${line.split(':')[0] ?? ''}”`;
}

function sentenceIn(outcome: string): Sentence | undefined {
  const [, key] = /^(?:copy|says) (\w+)$/.exec(outcome) ?? [];
  return keysOf(SENTENCES).find((sentence) => sentence === key);
}

function usedIn(tables: readonly Table[]): readonly Sentence[] {
  const used = new Set(
    tables
      .flatMap((table) => Object.values(table))
      .flatMap((outcomes) => Object.values(outcomes).map((outcome) => sentenceIn(outcome))),
  );
  return keysOf(SENTENCES).filter((sentence) => used.has(sentence));
}

function sentences(keys: readonly Sentence[]): string {
  const rows = keys.map((key) => [`“${SENTENCES[key]}”`, en.failure[key]]);
  return `${markdownTable([['in short', 'what people read'], ...rows])}\n`;
}

/** As oxfmt would lay it out. @param rows the first is the header */
function markdownTable([header = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) =>
    Math.max(3, ...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [header, rule, ...rows].map(line).join('\n');
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record).filter((key): key is Key => key in record);
}
