/** What happens in the bot, told where it happens. With PORT set, the metrics count it; otherwise nobody listens. */
export type Signals = {
  /** A call to RetroAchievements' API has ended. Its repeats count as the same call. */
  siteCall(endpoint: string, outcome: string, ms: number): void;
  /** A request to RetroAchievements starts after waiting for the shared budget. */
  budgetWait(priority: string, ms: number): void;
  /** @param record what was looked for, never for whom. */
  cacheLookup(record: string, result: LookupResult): void;
  /** Whether a library was fresh in memory. */
  libraryLookup(result: LookupResult): void;
  /** An interaction is over. */
  interaction(command: string, kind: InteractionKind, outcome: InteractionOutcome): void;
  /** Discord has the first response to an interaction. @param ms since the interaction arrived. */
  answered(command: string, ms: number): void;
  /** An interaction is over, and Discord has accepted no response to it. */
  unanswered(command: string): void;
  /** An attempt to post an announcement. */
  post(outcome: string): void;
};

export type LookupResult = 'hit' | 'miss';
export type InteractionKind = 'command' | 'component' | 'autocomplete';
/**
 * `refused`: the person can do something about it. `outdated`: a custom_id of another version. `site`, `store`:
 * RetroAchievements or the database could not be asked. `late`: Discord no longer accepts an answer. `lost`: it's unknown
 * whether Discord has the answer. `failed`: a bug.
 */
export type InteractionOutcome =
  | 'ok'
  | 'refused'
  | 'outdated'
  | 'site'
  | 'store'
  | 'late'
  | 'lost'
  | 'failed';

const ignore = () => undefined;

/** Nobody listens. */
export const SILENT: Signals = {
  siteCall: ignore,
  budgetWait: ignore,
  cacheLookup: ignore,
  libraryLookup: ignore,
  interaction: ignore,
  answered: ignore,
  unanswered: ignore,
  post: ignore,
};
