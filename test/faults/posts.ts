import { vi } from 'vitest';

import type { Posting } from './outcomes.ts';
import { PATIENCE_MS } from './scene.ts';
import type { Feeds, Scene } from './scene.ts';

export const POSTS = {
  poll: 'An award is earned',
  delivery: 'A post is due',
  digest: 'A digest is due',
} as const satisfies Record<keyof Feeds, string>;

export type PostActivity = keyof typeof POSTS;

/** A little after everything is under way. */
const DIGEST_IN_MS = 1_000;
/** A game that nobody else has. */
const FIRST_GAME = 700_000;
const CHANNELS = ['poll', 'delivery', 'digest'] as const;

/** Whether something is posted by now. */
export type Posted = () => Posting;

/** What is earned in one scene, all of it due in each channel. */
export class Awards {
  readonly #scene: Scene;
  readonly #games: number[] = [];

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Lets a post fail for now, so that it's due; a digest waits for its hour. */
  async prepare() {
    const { stage, feeds } = this.#scene;
    const { discord } = stage;
    const refusal = discord.faults.add({
      method: 'POST',
      path: new RegExp(`^/channels/${feeds.delivery.id}/messages$`),
      times: Infinity,
      effect: { status: 503 },
    });
    const due = this.#earn();
    await discord.waitFor(() => refusal.hits > 0, 'Nothing was posted');
    await discord.waitFor(() => this.#count('poll', due) > 0, 'The award was not posted');
    // A post in doubt would hold up the next one.
    await vi.waitUntil(() => this.#isDone(), { timeout: PATIENCE_MS, interval: 50 });
    return {
      /** The digest's hour comes in a moment. */
      digestSoon: () => this.#digestAt(Date.now() + DIGEST_IN_MS),
      /** The post may go, and another award is earned. */
      begin: (): Readonly<Record<PostActivity, Posted>> => {
        refusal.remove();
        const earned = this.#earn();
        const posted = (activity: PostActivity, game: number) => () =>
          this.#count(activity, game) > 0 ? 'at once' : 'later';
        return {
          poll: posted('poll', earned),
          delivery: posted('delivery', due),
          digest: posted('digest', due),
        };
      },
    };
  }

  /** Resolves when everything is posted but what waits for a digest. */
  posted(): Promise<void> {
    return this.#until(['poll', 'delivery']);
  }

  /** Resolves when everything is posted. */
  async settled(): Promise<void> {
    await this.posted();
    await this.#digestAt(Date.now());
    await this.#until(CHANNELS);
  }

  /** What is not posted once. */
  mistakes() {
    return this.#counts(CHANNELS).filter(({ count }) => count !== 1);
  }

  #earn(): number {
    const game = FIRST_GAME + this.#games.length;
    this.#games.push(game);
    const { site } = this.#scene.stage;
    site.award(this.#scene.player.name, game, 'beaten-hardcore');
    return game;
  }

  /** Whether nothing more is to be posted in the channel that nothing is wrong with. */
  async #isDone(): Promise<boolean> {
    const { database, feeds } = this.#scene;
    const open = await database.query(
      `select id from batches where status = 'due' and channel_id = '${feeds.poll.id}'`,
    );
    return open.length === 0;
  }

  async #digestAt(time: number): Promise<void> {
    const { database, feeds } = this.#scene;
    const { id } = feeds.digest;
    await database.query(`update feeds set next_digest_at = ${time} where channel_id = '${id}'`);
  }

  async #until(activities: readonly PostActivity[]): Promise<void> {
    const look = () => {
      const missing = this.#counts(activities).filter(({ count }) => count === 0);
      if (missing.length > 0) throw new Error(`Not posted: ${JSON.stringify(missing)}`);
    };
    await vi.waitFor(look, { timeout: 2 * PATIENCE_MS, interval: 50 });
  }

  #counts(activities: readonly PostActivity[]) {
    return activities.flatMap((activity) =>
      this.#games.map((game) => ({ activity, game, count: this.#count(activity, game) })),
    );
  }

  #count(activity: PostActivity, game: number): number {
    const { stage, feeds } = this.#scene;
    return stage.discord
      .messagesIn(feeds[activity])
      .filter(({ embeds }) => JSON.stringify(embeds).includes(`/game/${game}`)).length;
  }
}
