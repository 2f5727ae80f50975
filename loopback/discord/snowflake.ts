const DISCORD_EPOCH = 1_420_070_400_000;
/** Libraries expect ids with 17 to 19 digits, so no id is older than this, whatever the clock says. */
const OLDEST = Date.UTC(2018, 0, 1);

/** Makes ids as Discord does: ms since 2015 above 22 bits, unique and rising. */
export class Snowflakes {
  readonly #now: () => number;
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const wanted = BigInt(Math.max(Math.floor(this.#now()), OLDEST) - DISCORD_EPOCH) << 22n;
    this.#last = wanted > this.#last ? wanted : this.#last + 1n;
    return this.#last.toString();
  }
}

/** A server's shard. Direct messages go to shard 0. */
export function shardOf(guildId: string | undefined, shardCount: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
