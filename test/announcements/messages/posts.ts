import { messageProblems } from '#loopback/discord/judge/message-rules.ts';
import { SpecSchemas } from '#loopback/discord/judge/spec-schemas.ts';
import { messageBody } from '#loopback/discord/wire.ts';
import type { DigestPost, PostedGame, PostPlayer } from '#src/announcements/post.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import { systemShortName } from '#src/retroachievements/system.ts';
import { parseTitle } from '#src/retroachievements/title.ts';
import { TITLES } from '#test/progress/awkward-rows.ts';
import { MAX_ULID, ulid } from '#test/progress/scripted-site.ts';
import { fc } from '#test/support/fast-check.ts';

export const MEDIA = 'https://media.example';
export const AT = Date.UTC(2025, 2, 3, 18, 0, 5);

/** A game with an award. What a test leaves out is unremarkable. */
export function game(said: Partial<PostedGame> = {}): PostedGame {
  return {
    gameId: 1,
    name: 'Sonic the Hedgehog',
    tags: [],
    system: 'MD',
    kind: 'mastered',
    alsoEarned: [],
    awardedAt: AT,
    ...said,
  };
}

export function player(said: Partial<PostPlayer> = {}): PostPlayer {
  return { name: 'MaxMilyin', ulid: MAX_ULID, avatarPath: null, memberId: null, ...said };
}

/** A player of their own for each number. */
export function playerNumber(n: number, said: Partial<PostPlayer> = {}): PostPlayer {
  const tail = n.toString(10).padStart(5, '0');
  return player({ name: `Player${n}`, ulid: ulid(`01CWD1BY2FGJ1CSGPCXKF${tail}`), ...said });
}

export function games(count: number, said: Partial<PostedGame> = {}): readonly PostedGame[] {
  return Array.from({ length: count }, (_, index) =>
    game({ gameId: index + 1, name: `Game ${index + 1}`, awardedAt: AT + index * 1_000, ...said }),
  );
}

export function digest(
  players: DigestPost['players'],
  said: Partial<Omit<DigestPost, 'players'>> = {},
): DigestPost {
  const schedule = { cadence: 'weekly', hour: 18, weekday: 'monday', timezone: 'UTC' } as const;
  return { batchId: '0batch', schedule, players, roleId: null, at: AT, ...said };
}

/** Awkward text: Markdown, emoji, letters of many parts, right-to-left, endless. */
const anyName = fc.oneof(
  fc.constantFrom(...TITLES).map(({ title }) => title),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc
    .array(fc.constantFrom(...'[]()\\`*_~|<>:#-@&!"'.split(''), '](https://x)', '\n', '<@1>'), {
      minLength: 1,
      maxLength: 300,
    })
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('👨‍👩‍👧‍👦', 'e\u0301\u0302', 'شهرزاد ', '悪魔城', '🏳️‍🌈', '\u202E', '*'),
      fc.nat(300),
    )
    .map(([text, times]) => text.repeat(times + 1)),
);

export const anyGame: fc.Arbitrary<PostedGame> = fc.record({
  gameId: fc.oneof(fc.nat(99_999), fc.constant(Number.MAX_SAFE_INTEGER)),
  name: anyName,
  tags: fc.array(anyName, { maxLength: 3 }),
  system: fc.option(fc.oneof(fc.constantFrom('MD', 'SNES', 'PS1'), anyName)),
  kind: fc.constantFrom(...AWARD_KINDS),
  alsoEarned: fc.subarray([...AWARD_KINDS]),
  awardedAt: fc.integer({ min: 0, max: AT / 1_000 }).map((seconds) => seconds * 1_000),
});

/** The site's own games, as posts get them. */
export const REAL_GAMES: readonly PostedGame[] = TITLES.map((one, index) => {
  const { name, tags } = parseTitle(one.title);
  const kind = AWARD_KINDS[index % AWARD_KINDS.length] ?? 'mastered';
  const system = systemShortName(one.systemId, one.systemName);
  return game({ gameId: one.gameId, name, tags, kind, system });
});

const spec = await SpecSchemas.load();

/** What Discord would not take of a message. */
export function problemsOf(body: MessageBody): readonly string[] {
  const sent: unknown = JSON.parse(JSON.stringify({ ...body, allowed_mentions: { parse: [] } }));
  const own = messageProblems(messageBody.parse(sent), [], undefined);
  return [...own, ...spec.problems('MessageCreateRequest', sent)].map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

export function embedOf(body: MessageBody) {
  const [embed, ...others] = body.embeds ?? [];
  if (!embed || others.length > 0) throw new Error('Not one embed');
  return embed;
}

export function linesOf(body: MessageBody): readonly string[] {
  return (embedOf(body).description ?? '').split('\n');
}
