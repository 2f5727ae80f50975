import { describe, expect, it } from 'vitest';

import {
  createInvalidRequests,
  INVALID_REQUESTS_LIMIT,
} from '#src/discord/connection/invalid-requests.ts';
import { createLog } from '#src/platform/log.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const TEN_MINUTES = 10 * 60_000;

function start() {
  const clock = createFakeClock();
  const lines: string[] = [];
  const log = createLog('info', [], { write: (line) => void lines.push(line) });
  const invalid = createInvalidRequests({ clock, log });
  const note = (count: number, status = 403, scope: string | null = null) => {
    for (let index = 0; index < count; index += 1) invalid.note(status, scope);
  };
  return { clock, lines, invalid, note };
}

describe('the invalid requests that Discord counts', () => {
  it('stay far below the number for which it blocks an address', () => {
    expect(INVALID_REQUESTS_LIMIT).toBeLessThanOrEqual(1_000);
  });

  it.each([401, 403, 429])('include %i', (status) => {
    const { invalid, note } = start();
    note(INVALID_REQUESTS_LIMIT - 1, status);
    expect(invalid.hasRoom()).toBe(true);
    note(1, status);
    expect(invalid.hasRoom()).toBe(false);
  });

  it.each([
    [200, null],
    [400, null],
    [404, null],
    [500, null],
    [429, 'shared'],
  ])('don’t include %i with scope %s', (status, scope) => {
    const { invalid, note } = start();
    note(INVALID_REQUESTS_LIMIT, status, scope);
    expect(invalid.hasRoom()).toBe(true);
  });

  it('are those of the last ten minutes', async () => {
    const { clock, invalid, note } = start();
    note(1);
    await clock.advance(TEN_MINUTES - 1);
    note(INVALID_REQUESTS_LIMIT - 1);
    expect(invalid.hasRoom()).toBe(false);
    await clock.advance(1);
    expect(invalid.hasRoom()).toBe(true);
    note(1);
    expect(invalid.hasRoom()).toBe(false);
  });

  it('are logged once each time there are too many', async () => {
    const { clock, invalid, lines, note } = start();
    note(INVALID_REQUESTS_LIMIT);
    invalid.hasRoom();
    invalid.hasRoom();
    expect(lines).toHaveLength(1);
    await clock.advance(TEN_MINUTES);
    invalid.hasRoom();
    note(INVALID_REQUESTS_LIMIT);
    invalid.hasRoom();
    expect(lines).toHaveLength(2);
  });
});
