import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Shown } from '#loopback/discord/people/shown.ts';
import { en } from '#src/messages/languages/en.ts';
import { textOf } from '#test/e2e/text-of.ts';

/** The sentences that people may read while something fails, by their key, and what they say in short. */
export const SENTENCES = {
  network: 'can’t reach it',
  timeout: 'isn’t responding',
  status: 'has problems',
  down: 'is down',
  unreadable: 'can’t read it',
  rateLimited: 'too many requests',
  keyRefused: 'key rejected',
  store: 'can’t reach my database',
} as const satisfies Partial<Record<keyof typeof en.failure, string>>;

export type Sentence = keyof typeof SENTENCES;

/** What someone who uses a command gets. */
export type Answer = 'as usual' | `says ${Sentence}` | `copy ${Sentence}` | 'no answer';
/** When an award is announced. Whatever happens, it's posted once. */
export type Posting = 'at once' | 'later';
/** How the bot ends when it's told to. */
export type Stopping = 'in time' | 'killed';
/** What a start comes to. */
export type Starting = 'at once' | 'later' | `refused: ${string}`;

/** What the table never has: nothing has come yet, or something else. */
export type Odd = 'nothing yet' | `odd: ${string}`;

/** A part of one. */
const { soon: _, ...WHOLE } = en.failure;
const PATTERNS = Object.entries(WHOLE).map(
  ([key, text]) =>
    [
      key,
      new RegExp(
        text
          .split(/\{\w+\}/)
          .map(RegExp.escape)
          .join('.+'),
      ),
    ] as const,
);

/** What the person reads, wherever it stands. */
export function textShown({ message, followups }: Shown): string {
  return [message, ...followups]
    .filter((one) => one !== undefined)
    .map(textOf)
    .join('\n');
}

/**
 * What somebody got so far.
 * @param isDone whether the message is what they asked for
 */
export function answerIn(
  shown: Shown,
  isDone: (message: DiscordMessage, shown: Shown) => boolean,
): Answer | Odd {
  const words = textShown(shown);
  const said = PATTERNS.find(([, pattern]) => pattern.test(words))?.[0];
  if (said !== undefined) {
    // The same, with when it began.
    if (said === 'storeSince') return 'says store';
    if (!isSentence(said)) return `odd: says ${said}`;
    return words.includes('Saved copy from') ? `copy ${said}` : `says ${said}`;
  }
  const { message } = shown;
  return message && isDone(message, shown) ? 'as usual' : 'nothing yet';
}

function isSentence(key: string): key is Sentence {
  return Object.hasOwn(SENTENCES, key);
}
