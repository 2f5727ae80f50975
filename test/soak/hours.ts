import type { Books } from './books.ts';
import { BLACKOUT, Fortune } from './fortune.ts';
import type { FortunePlan } from './fortune.ts';
import type { MovedClock } from './moved-clock.ts';
import { settled, siteIdle } from './settling.ts';
import type { AwardStream } from './stream.ts';
import type { SoakFeed } from './town.ts';
import { POSTS, TROUBLES } from './troubles.ts';
import type { Scene } from './troubles.ts';
import type { Vitals } from './vitals.ts';

export type HoursPlan = FortunePlan & {
  /** ms since 1970; a full hour. */
  readonly start: number;
  readonly hours: number;
  /** Happenings on the site in an average hour. */
  readonly hourly: number;
  /** From this hour on, one process is left alone, and watched; Infinity for none. */
  readonly watchedFrom: number;
};

type Parts = Scene & {
  readonly clock: MovedClock;
  readonly books: Books;
  readonly stream: AwardStream;
  readonly vitals: Vitals;
  readonly feeds: readonly SoakFeed[];
  readonly onHour: (hour: number) => void;
};

/** Digests are due on full and half hours, and wait two minutes for a poll: no step goes past one. */
const STEP_MS = 30 * 60_000;
const STEPS_AN_HOUR = 2;
const HOUR_MS = STEPS_AN_HOUR * STEP_MS;
/** What only the second reading or a sweep can find comes so many hours before the end at the latest. */
const HIDDEN_HOURS = 44;
/** By then, a channel that was forbidden goes on. */
const AFTERWARDS_MS = 8 * HOUR_MS;

/** The hours of a soak, one step of the clock after the other: each begins when the last one's awards are told. */
export class Hours {
  readonly #plan: HoursPlan;
  readonly #parts: Parts;
  readonly fortune: Fortune;

  constructor(plan: HoursPlan, parts: Parts) {
    this.#plan = plan;
    this.#parts = parts;
    this.fortune = new Fortune(plan, parts, parts.feeds);
  }

  async live(): Promise<void> {
    const { stage, crew, stream, vitals } = this.#parts;
    const { start, hours, watchedFrom } = this.#plan;
    await crew.startAll();
    for (let hour = 0; hour < hours; hour += 1) {
      stream.hidesSome = hour < hours - HIDDEN_HOURS;
      if (hour >= watchedFrom) await this.#watchOne();
      for (let step = 1; step <= STEPS_AN_HOUR; step += 1) {
        await this.#step(start + hour * HOUR_MS + step * STEP_MS);
      }
      if (crew.survivor !== null) await vitals.sample();
      stage.site.clearRequests();
      this.#parts.onHour(hour);
    }
    await this.#end();
  }

  async #watchOne(): Promise<void> {
    const { crew, vitals, weather } = this.#parts;
    if (crew.survivor !== null || weather.areAllOff) return;
    await crew.bot(0).stop();
    await crew.start(0, { SOAK_VITALS: vitals.path });
    crew.survivor = 0;
  }

  async #step(at: number): Promise<void> {
    const { clock, weather, draws, stream } = this.#parts;
    this.fortune.turnSpell();
    await siteIdle(this.#parts);
    clock.forwardTo(at);
    // They are off for one to a few steps.
    if (weather.areAllOff && !draws.isOnceIn(3)) await this.#startAgain();
    await settled(this.#parts);
    const name = this.fortune.trouble();
    if (name === BLACKOUT) return this.#blackOut();
    const idle = new AbortController();
    const trouble = name === null ? null : TROUBLES[name]?.(this.#parts, idle.signal);
    stream.flow(this.#plan.hourly, 1 / STEPS_AN_HOUR);
    await settled(this.#parts);
    if (!trouble) return;
    idle.abort();
    await trouble;
    await settled(this.#parts);
  }

  /** Everything ends while posts are under way, some of them in doubt. */
  async #blackOut(): Promise<void> {
    const { clock, stage, crew, stream, weather } = this.#parts;
    const { faults } = stage.discord;
    const since = clock.now();
    const effect = { statusAfter: 500 } as const;
    const fault = faults.add({ method: 'POST', path: POSTS, times: 8, effect });
    const struck = faults.struck();
    stream.flow(this.#plan.hourly, 1 / STEPS_AN_HOUR);
    await Promise.race([struck, settled(this.#parts)]);
    await crew.killAll();
    fault.remove();
    weather.allEnd(since);
  }

  async #startAgain(): Promise<void> {
    const { crew, weather } = this.#parts;
    await crew.startAll();
    weather.allStart();
  }

  async #end(): Promise<void> {
    const { clock, crew, weather } = this.#parts;
    this.fortune.endSpell();
    if (weather.areAllOff) await this.#startAgain();
    await settled(this.#parts);
    for (const ms of [STEP_MS, AFTERWARDS_MS]) {
      await siteIdle(this.#parts);
      clock.forwardTo(Math.ceil((clock.now() + ms) / STEP_MS) * STEP_MS);
      await settled(this.#parts);
    }
    await crew.stopAll();
  }
}
