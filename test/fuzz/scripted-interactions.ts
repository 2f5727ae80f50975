import type { Effect } from '#loopback/discord/faults.ts';
import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';

/** What becomes of the requests of one interaction, in their order; null: nothing odd. */
export type Script = {
  readonly effects: readonly (Effect | null)[];
  /** Whether the last one stays. */
  readonly isForEver: boolean;
};

/** Counts what the bot asked for one interaction. */
export type Scripted = { readonly requests: number };

const WELL: Effect = { delayMs: 0 };

/** Gives the interaction that is sent next its script. */
export class ScriptedInteractions {
  readonly all: { requests: number }[] = [];
  readonly #discord: LoopbackDiscord;
  #next: Script | undefined;

  constructor(discord: LoopbackDiscord) {
    this.#discord = discord;
    discord.events.on('interaction', ({ kind, interaction }) => {
      if (kind !== 'dispatched' || !this.#next) return;
      this.#follow(interaction.token, this.#next);
      this.#next = undefined;
    });
  }

  /** @returns what it will have asked */
  expect(script: Script): Scripted {
    this.#next = script;
    const scripted = { requests: 0 };
    this.all.push(scripted);
    return scripted;
  }

  #follow(token: string, { effects, isForEver }: Script): void {
    const scripted = this.all.at(-1) ?? { requests: 0 };
    const effectAt = (n: number) => effects[isForEver ? Math.min(n, effects.length - 1) : n];
    this.#discord.faults.add({
      path: new RegExp(RegExp.escape(token)),
      times: Infinity,
      when() {
        scripted.requests += 1;
        return true;
      },
      get effect() {
        return effectAt(scripted.requests - 1) ?? WELL;
      },
    });
  }
}
