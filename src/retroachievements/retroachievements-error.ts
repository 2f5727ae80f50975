/**
 * Everything that can go wrong between the bot and RetroAchievements, as a closed set. No message
 * carries a URL: the web API key is in every one of them.
 */
export type Failure =
  /** No connection, or one that was cut. */
  | { readonly kind: 'network' }
  /** No whole answer before the deadline. */
  | { readonly kind: 'timeout' }
  /** An HTTP status that is neither success nor one of the kinds below. */
  | { readonly kind: 'status'; readonly status: number }
  /** 429, or our own budget is used up for longer than the request can wait. `retryAfterMs` from now, where known. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  /** 401, or a 403 that is RetroAchievements' own JSON and not a page of the network before it. */
  | { readonly kind: 'key-refused' }
  /** A success whose body is not what the API promises: HTML, cut JSON, a wrong type, too large. */
  | { readonly kind: 'unreadable'; readonly detail: string };

/** The one error that the RetroAchievements client throws. */
export class RetroAchievementsError extends Error {
  override readonly name = 'RetroAchievementsError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(describe(failure), options);
    this.failure = failure;
  }
}

function describe(failure: Failure): string {
  switch (failure.kind) {
    case 'status':
      return `RetroAchievements answered ${failure.status}`;
    case 'unreadable':
      return `RetroAchievements sent an answer that could not be read: ${failure.detail}`;
    case 'network':
      return 'RetroAchievements could not be reached';
    case 'timeout':
      return 'RetroAchievements did not answer in time';
    case 'rate-limited':
      return 'RetroAchievements asked for fewer requests';
    case 'key-refused':
      return 'RetroAchievements refused the web API key';
  }
}
