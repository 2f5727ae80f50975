/** Why a request to RetroAchievements failed. No message carries the URL, because the web API key is part of it. */
export type Failure =
  /** The connection failed or was cut. */
  | { readonly kind: 'network' }
  /** No complete response before the deadline. */
  | { readonly kind: 'timeout' }
  /** Any other HTTP status that is not a success. */
  | { readonly kind: 'status'; readonly status: number }
  /** A 429, or our own budget has no room before the deadline. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  /** The person who asked has used up what one person may ask for. */
  | { readonly kind: 'own-share'; readonly retryAfterMs: number }
  /** A 401, or a 403 in RetroAchievements' own JSON rather than Cloudflare's HTML. */
  | { readonly kind: 'key-refused' }
  /** A library that had games came back empty, which may be a fault of the site. */
  | { readonly kind: 'emptied' }
  /** A success with an unusable body: HTML, cut JSON, a wrong type, too large. */
  | { readonly kind: 'unreadable'; readonly detail: string };

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
    case 'own-share':
      return 'One person asked RetroAchievements for too much';
    case 'emptied':
      return 'RetroAchievements sent an empty library for a player who had games';
    case 'key-refused':
      return 'RetroAchievements refused the web API key';
  }
}
