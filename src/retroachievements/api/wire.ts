import { z } from 'zod';

import { isUlid, type Ulid } from '../player.ts';
import { RetroAchievementsError } from '../retroachievements-error.ts';

// RetroAchievements' PHP sometimes sends a number as a string, or null where a related record is gone. The loose schemas
// read both; they are too slow for the usual case.

/** Also allows a missing key. */
const anything = z.unknown().optional();

/** A number, or a string that holds one; null for anything else. */
const looseNumber = anything.transform((value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) return null;
  return Number(value);
});

/** The database takes no larger numbers. */
const LARGEST = 2 ** 31 - 1;

/** Whether it is a whole number from 1 to 2^31 - 1. */
export function isId(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= LARGEST;
}

/** Whether it is a whole number from 0 to 2^31 - 1. People would read -0 as that. */
export function isCount(value: number): boolean {
  return Object.is(value, 0) || isId(value);
}

/** A whole number from 0 to 2^31 - 1; 0 for anything else. */
export const looseCount = looseNumber.transform((value) => {
  const count = Math.trunc(value ?? 0);
  return isId(count) ? count : 0;
});

/** A whole number from 1 to 2^31 - 1; null for anything else. */
export const looseId = looseNumber.transform((value) =>
  value !== null && isId(value) ? value : null,
);

/** Whether a number isn't 0; false for anything else. */
export const looseFlag = looseNumber.transform((value) => value !== null && value !== 0);

/** A non-empty string; null for anything else. */
export const looseText = anything.transform((value) =>
  typeof value === 'string' && value !== '' ? value : null,
);

/** Accepts any case. */
export function readUlid(value: string | null): Ulid | null {
  const upper = value?.toUpperCase() ?? '';
  return isUlid(upper) ? upper : null;
}

/** At most 500 are asked for. */
const ROWS_LIMIT = 1_000;

/**
 * Refuses a page with far more rows than were asked for, before going through them.
 * @throws RetroAchievementsError `unreadable`
 */
export function refuseEndlessRows(json: unknown): void {
  const isPage = typeof json === 'object' && json !== null && 'Results' in json;
  const rows = isPage ? json.Results : null;
  if (typeof rows !== 'object' || rows === null) return;
  const count = Array.isArray(rows) ? rows.length : Object.keys(rows).length;
  if (count > ROWS_LIMIT) throw unreadable(`${count} rows, far more than were asked for`);
}

/** The failure for a response of the wrong shape. Says where it is wrong, but quotes nothing. */
export function unreadable(detail: string, error?: z.ZodError): RetroAchievementsError {
  const where = error?.issues[0]?.path.map(String).join('.');
  return new RetroAchievementsError({
    kind: 'unreadable',
    detail: where === undefined || where === '' ? detail : `${detail} at ${where}`,
  });
}

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/;

/**
 * A date such as `2023-10-27T02:52:34+00:00` as ms since 1970; null for anything else. A library page has a thousand of
 * them, nearly all in this form, which reads several times faster digit by digit than with `Date.parse`.
 */
export function readDate(text: string | null): number | null {
  if (text === null) return null;
  const usual = readUsualDate(text);
  if (!Number.isNaN(usual)) return usual;
  const [, date, time, zone = 'Z'] = ISO.exec(text) ?? [];
  // Without a zone the site means UTC; JavaScript would assume local time.
  const read = date === undefined ? NaN : Date.parse(`${date}T${time}${zone}`);
  return Number.isNaN(read) ? null : read;
}

/** The years 0 to 9999, and a day more on either side for zones. */
const [FIRST_DATE, LAST_DATE] = [Date.UTC(-1, 11, 31), Date.UTC(10_000, 0, 2)];

/** Whether it is a time that `readDate` can give. */
export function isWireDate(ms: number): boolean {
  return Number.isInteger(ms) && ms >= FIRST_DATE && ms <= LAST_DATE;
}

/** NaN for any other form, and for days after the 28th, which not every month has. */
function readUsualDate(text: string): number {
  if (text.length !== 25 || !text.endsWith('+00:00')) return NaN;
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T') return NaN;
  if (text[13] !== ':' || text[16] !== ':') return NaN;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const day = digits(text, 8);
  const hour = digits(text, 11);
  const minute = digits(text, 14);
  const second = digits(text, 17);
  const isDate = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  return isDate && isTime ? Date.UTC(year, month - 1, day, hour, minute, second) : NaN;
}

const ZERO = '0'.charCodeAt(0);

/** The two-digit number at `at`; NaN if it isn't one. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
