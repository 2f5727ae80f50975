import type { Site } from './site.ts';
import { Parameters, type FieldErrors } from './validation.ts';
import {
  WIRE_AWARD_KINDS,
  type Endpoint,
  type WireCompletionProgress,
  type WireRecentGameAwards,
} from './wire.ts';

/** A response before it's serialized. */
export type Answer = {
  readonly status: number;
  /** Changes when the response to this request does. Null if it isn't cached. */
  readonly revision: string | null;
  readonly body: () => object;
};

const KINDS: ReadonlySet<string> = new Set(WIRE_AWARD_KINDS);

/** Answers a request with a valid key. */
export function answer(
  site: Site,
  endpoint: Endpoint,
  query: URLSearchParams,
  now: number,
): Answer {
  const parameters = new Parameters(query);
  switch (endpoint) {
    case 'API_GetUserCompletionProgress':
      return completionProgress(site, parameters);
    case 'API_GetUserProfile':
      return userProfile(site, parameters);
    case 'API_GetRecentGameAwards':
      return recentGameAwards(site, parameters, now);
  }
}

/** The response to a wrong key. */
export function keyRefused(): Answer {
  const title = 'Unauthenticated.';
  return fresh(401, { message: title, errors: [{ status: 401, code: 'unauthorized', title }] });
}

/** The response to an unknown endpoint. */
export function noSuchEndpoint(): Answer {
  return fresh(404, { message: 'Not Found' });
}

function completionProgress(site: Site, parameters: Parameters): Answer {
  const identifier = parameters.player('u');
  const offset = parameters.integer('o', 0, 0);
  const count = parameters.integer('c', 100, 1, 500);
  const errors = parameters.errors();
  if (errors) return invalid(errors);
  const player = site.find(identifier);
  if (!player) return fresh(200, NOTHING);
  return {
    status: 200,
    revision: `${player.id}.${player.revision}`,
    body: () => {
      const page = player.games.slice(offset, offset + count);
      return {
        Count: page.length,
        Total: player.games.length,
        Results: page,
      } satisfies WireCompletionProgress;
    },
  };
}

function userProfile(site: Site, parameters: Parameters): Answer {
  const identifier = parameters.player('u');
  const errors = parameters.errors();
  if (errors) return invalid(errors);
  const player = site.find(identifier);
  return player ? fresh(200, player.profile()) : fresh(404, []);
}

function recentGameAwards({ feed }: Site, parameters: Parameters, now: number): Answer {
  const before = parameters.endOfDay('d', now);
  const offset = parameters.integer('o', 0, 0);
  const count = Math.min(100, parameters.integer('c', 25, 1));
  const asked = parameters.text('k');
  const errors = parameters.errors();
  if (errors) return invalid(errors);
  const kinds = new Set(asked?.split(',').filter((kind) => KINDS.has(kind)));
  if (asked !== null && kinds.size === 0) return fresh(200, NOTHING);
  const every = asked === null || kinds.size === KINDS.size;
  return {
    status: 200,
    revision: String(feed.revision),
    body: () => feed.read({ kinds: every ? null : kinds, before, offset, count }),
  };
}

const NOTHING = { Count: 0, Total: 0, Results: [] } satisfies WireRecentGameAwards;

function invalid(errors: FieldErrors): Answer {
  const sentences = Object.values(errors).flat();
  const more = sentences.length - 1;
  const rest = more > 0 ? ` (and ${more} more error${more > 1 ? 's' : ''})` : '';
  return fresh(422, { message: `${sentences[0]}${rest}`, errors });
}

function fresh(status: number, body: object): Answer {
  return { status, revision: null, body: () => body };
}
