import { setTimeout as delay } from 'node:timers/promises';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { LoggedRequest } from '#loopback/retroachievements/request-handler.ts';
import { isUlid } from '#src/retroachievements/player.ts';

import { RA_API_KEY } from '../bots.ts';
import type { RunningBot } from '../bots.ts';
import { addPlayer } from '../site-player.ts';
import type { Tracked } from '../tracked.ts';

/** What everyone on the site earns between two polls. */
export const AWARDS_A_POLL = 50;
/** As many games as a tracked player has. */
const GAMES = 100;
/** Whoever earns something and isn't tracked. */
const STRANGERS = 200;
const LOOK_MS = 5;
const PATIENCE_MS = 60_000;

/** A site whose activity is always the same, whoever is tracked. */
export class Scene implements AsyncDisposable {
  readonly site: LoopbackRetroAchievements;
  /** The players who can be tracked and earn something. */
  readonly winners: readonly Tracked[];
  /** When each poll reached the site, ms since 1970. */
  readonly #polledAt: number[] = [];
  #isPolling = false;
  #gameId = 1_000_000;
  #won = 0;
  #lost = 0;

  private constructor(site: LoopbackRetroAchievements, winners: number) {
    this.site = site;
    this.winners = Array.from({ length: winners }, (_, index) => {
      const { ulid, name } = addPlayer(site, `Winner${index}`, GAMES);
      if (!isUlid(ulid)) throw new TypeError(`${ulid} is no ULID`);
      return { ulid, name };
    });
    for (let index = 0; index < STRANGERS; index += 1)
      site.addPlayer({ name: `Stranger${index}`, games: [] });
    // Two whole pages of the award feed.
    for (let index = 0; index < STRANGERS; index += 1) this.#awardStranger();
  }

  static async open(winners: number): Promise<Scene> {
    const onRequest = (request: LoggedRequest) => scene.#note(request);
    const site = await startRetroAchievements({ apiKey: RA_API_KEY, onRequest });
    const scene = new Scene(site, winners);
    return scene;
  }

  /** What the bots have asked so far: how often for the newest awards, for any page of awards, and for anything else. */
  requests(): { readonly polls: number; readonly feed: number; readonly others: number } {
    const feed = this.site.count('API_GetRecentGameAwards');
    return { polls: this.#polledAt.length, feed, others: this.site.count() - feed };
  }

  /**
   * Lets this many polls find new awards, and waits for their posts each time.
   * @param won how many of the 50 awards are those of tracked players
   * @returns how long after the poll each was posted, ms
   */
  async during(
    polls: number,
    won: number,
    tracked: { readonly players: number; readonly bots: readonly RunningBot[] },
  ): Promise<readonly number[]> {
    const delays: number[] = [];
    const among = Math.min(tracked.players, this.winners.length);
    for (let poll = 0; poll < polls; poll += 1) {
      const before = tracked.bots.map(({ discord }) => discord.posts);
      const posts = () =>
        tracked.bots.flatMap(({ discord }, index) => discord.postedAt.slice(before[index]));
      await until(() => !this.#isPolling);
      this.#turn(won, among);
      const polledAt = await this.nextPoll();
      await until(() => posts().length >= won);
      delays.push(...posts().map((at) => at - polledAt));
    }
    return delays;
  }

  /** @returns when it reached the site, ms since 1970 */
  async nextPoll(): Promise<number> {
    const polls = this.#polledAt.length;
    await until(() => this.#polledAt.length > polls);
    return this.#polledAt[polls] ?? Number.NaN;
  }

  /** If someone earns something while a poll is being answered, it's unclear whether that poll has it. */
  #note({ endpoint, query, status, at }: LoggedRequest): void {
    if (endpoint !== 'API_GetRecentGameAwards' || query['o'] !== '0') return;
    this.#isPolling = status === null;
    if (!this.#isPolling) this.#polledAt.push(at);
  }

  #turn(won: number, among: number): void {
    for (let index = won; index < AWARDS_A_POLL; index += 1) this.#awardStranger();
    for (let index = 0; index < won; index += 1) {
      this.#award(`Winner${this.#won % among}`);
      this.#won += 1;
    }
  }

  #awardStranger(): void {
    this.#award(`Stranger${this.#lost % STRANGERS}`);
    this.#lost += 1;
  }

  #award(name: string): void {
    this.#gameId += 1;
    this.site.award(name, this.#gameId, 'beaten-hardcore');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.site.close();
  }
}

/** @throws Error when it takes a minute */
export async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('The bot did not do what was waited for');
    await delay(LOOK_MS);
  }
}
