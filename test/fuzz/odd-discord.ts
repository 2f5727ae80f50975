import * as fc from 'fast-check';

import { mostly, oddJson, oddText } from './odd-values.ts';

/** What its errors consist of. */
const refusal = fc.record(
  {
    code: mostly(fc.constantFrom(10_003, 10_008, 50_001, 50_013, 50_035, 200_000, 0), oddJson),
    message: fc.oneof(oddText, oddJson),
    errors: oddJson,
    retry_after: fc.oneof(fc.constantFrom(0, -1, 0.001, 1e9, 1e308), oddJson),
    global: fc.oneof(fc.boolean(), oddJson),
  },
  { requiredKeys: [] },
);
const WAITS = ['', '0', '-5', '0.001', '1e9', 'NaN', 'Infinity', 'tomorrow', '9'.repeat(50)];
/** An answer of Discord's API, or of something in front of it. */
export const oddAnswer = fc.record({
  status: fc.constantFrom(200, 201, 204, 302, 304, 400, 401, 403, 404, 405, 413, 429, 500, 502),
  body: fc.oneof(
    refusal.map((json) => JSON.stringify(json)),
    oddJson.map((json) => JSON.stringify(json)),
    fc.constantFrom('', '<html>', '{"id":', `"${'x'.repeat(100_000)}"`),
  ),
  headers: fc.dictionary(
    fc.constantFrom(
      'retry-after',
      'x-ratelimit-limit',
      'x-ratelimit-remaining',
      'x-ratelimit-reset',
      'x-ratelimit-reset-after',
      'x-ratelimit-bucket',
      'x-ratelimit-scope',
      'x-ratelimit-global',
    ),
    fc.constantFrom(...WAITS, 'true', 'user', 'shared'),
  ),
  type: fc.constantFrom('application/json', 'text/html', ''),
});
