import { setTimeout as delay } from 'node:timers/promises';

import type { Random } from '#loopback/retroachievements/random.ts';

import type { Stage } from './stage.ts';

/** A moment in a bot's life, at which a test kills it, say. */
export type Moment = {
  readonly reached: Promise<unknown>;
  /** Ends what the moment holds up. */
  release(): void;
};

/** Arranges a moment for a bot that is about to start. The site has a player called Stranger. @param posts so many may go well before. */
export type Arrange = (stage: Stage, random: Random, posts: number) => Moment;

const POSTS = /^\/channels\/\d+\/messages$/;
const AWARDS = 'API_GetRecentGameAwards';
/** A page of the award feed, and more. */
const MORE_THAN_A_PAGE = 120;

/** Resolves when so many more polls were answered. */
export function pollsAnswered(stage: Stage, count: number): Promise<unknown> {
  return polls(stage, count, (status) => status !== null);
}

function polls({ discord, site }: Stage, count: number, isIt: (status: number | null) => boolean) {
  const since = site.requests.length;
  return discord.waitFor(() => {
    const later = site.requests.slice(since);
    return later.filter((one) => one.endpoint === AWARDS && isIt(one.status)).length >= count;
  });
}

function upTo(limit: number, random: Random): number {
  return 1 + Math.floor(random() * limit);
}

/** Whatever it asks of either side: at its start, for a poll or for a post. */
export const anyRequest: Arrange = ({ discord, site }, random) => {
  const count = () => discord.requests.length + site.requests.length;
  const wanted = count() + upTo(25, random);
  return { reached: discord.waitFor(() => count() >= wanted), release: () => undefined };
};

export const pollAsked: Arrange = (stage, random) => ({
  reached: polls(stage, upTo(3, random), () => true),
  release: () => undefined,
});

/** The site's answer is on its way, or just there. */
export const pollAnswered: Arrange = (stage, random) => ({
  reached: pollsAnswered(stage, upTo(3, random)),
  release: () => undefined,
});

/** More is new than one page has, and the next one does not come. */
export const paging: Arrange = (stage) => {
  const effect = { kind: 'hang' } as const;
  stage.site.faults.add({ endpoint: AWARDS, effect, when: (query) => isLaterPage(query.get('o')) });
  return { reached: laterPage(stage, () => true), release: () => undefined };
};

/** Within milliseconds of the last page: what is due is being written down, or is. */
export const paged: Arrange = (stage, random) => {
  const later = random() * 20;
  const answered = laterPage(stage, (status) => status !== null);
  return { reached: answered.then(() => delay(later)), release: () => undefined };
};

function laterPage({ discord, site }: Stage, isIt: (status: number | null) => boolean) {
  const { name, games } = site.player('Stranger');
  for (let n = 0; n < MORE_THAN_A_PAGE; n += 1) {
    site.award(name, 500_000 + games.length + n, 'beaten-hardcore');
  }
  const since = site.requests.length;
  return discord.waitFor(() =>
    site.requests.slice(since).some(({ query, status }) => isLaterPage(query['o']) && isIt(status)),
  );
}

function isLaterPage(offset: string | null | undefined): boolean {
  return Number(offset) > 0;
}

/** Discord has a post, or several, and the bot has no answer. */
export const posted: Arrange = (stage, random, posts) => heldPosts(stage, random, posts, true);

/** A post, or several, is on its way, and comes to Discord when that is released. */
export const sent: Arrange = (stage, random, posts) => heldPosts(stage, random, posts, false);

function heldPosts({ discord }: Stage, random: Random, posts: number, answerOnly: boolean): Moment {
  const hold = Promise.withResolvers<void>();
  let left = upTo(posts, random);
  discord.faults.add({
    method: 'POST',
    path: POSTS,
    times: upTo(4, random),
    when: () => (left -= 1) <= 0,
    effect: { hold: hold.promise, answerOnly },
  });
  return {
    reached: discord.faults.struck(),
    release: hold.resolve,
  };
}

/** Within milliseconds of a post: it is being written down, or is, or others are on their way. */
export const written: Arrange = ({ discord }, random, posts) => {
  const wanted = upTo(posts, random);
  const later = random() * 8;
  let count = 0;
  const tick = () => (count += 1);
  discord.events.on('message', tick);
  return {
    reached: discord.waitFor(() => count >= wanted).then(() => delay(later)),
    release: () => discord.events.off('message', tick),
  };
};
