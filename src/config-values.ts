import { isIPv4, isIPv6 } from 'node:net';

import { z } from 'zod';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Whether an address stays on this machine. */
export function isLoopback(url: string): boolean {
  return LOOPBACK.test(new URL(url).hostname);
}

/** Error messages never quote the value. */
export const secret = (help: string) =>
  z
    .string({ error: `is missing: ${help}` })
    .regex(/^[\x21-\x7e]+$/, `contains spaces or invalid characters: ${help}`)
    .refine((value) => !/^["'<]|["'>]$/.test(value), `has quotes or brackets around it: ${help}`);

/** Text with its own check. @param problemOf says what is wrong with it; null for nothing. */
export const checked = (problemOf: (text: string) => string | null) =>
  z.string().check((context) => {
    const message = problemOf(context.value);
    if (message !== null) {
      context.issues.push({ code: 'custom', input: context.value, message });
    }
  });

/** An http(s) address that paths are added to. */
export const httpUrl = (fallback: string) =>
  checked((text) => {
    const url = URL.parse(text);
    if (!url || !/^https?:\/\/[^/]/i.test(text) || !/^https?:$/.test(url.protocol)) {
      return `must be an http(s) address like ${fallback}`;
    }
    const isPlain = [url.username, url.password, url.search, url.hash].every((part) => part === '');
    return isPlain
      ? null
      : `must be an address like ${fallback}, without a user, a password, ? or #`;
  })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(fallback);

/** The same for an address that secrets are sent to: unencrypted only on this machine. */
export const secretHttpUrl = (fallback: string) =>
  httpUrl(fallback).refine((url) => /^https:/i.test(url) || isLoopback(url), {
    error: 'must begin with https://, or the bot’s secrets would be sent without encryption',
  });

/** The address of a page. */
export const pageUrl = checked((text) =>
  URL.canParse(text) && /^https?:\/\/[^/]/i.test(text)
    ? null
    : 'must be an http(s) address like https://example.com/privacy',
);

/** A number as people write it: no exponent, no other base. */
const decimal = (error: string) =>
  z
    .string()
    .regex(/^\d{1,15}(?:\.\d{1,15})?$/, error)
    .transform(Number);

export const number = (fallback: number, min: number, max: number, error: string) =>
  decimal(error)
    .refine((value) => value >= min && value <= max, error)
    .default(fallback);

export const wholeNumber = (min: number, max: number, error: string) =>
  decimal(error).refine((value) => Number.isInteger(value) && value >= min && value <= max, error);

/** No bot has more, and each costs memory. */
export const SHARDS_MAX = 16_384;
const NO_SHARDS = 'must be a range like 0-3 or a list like 0,2,5';

/** `0-3` or `0,2,5`: each shard once. */
export const shardIds = z
  .string()
  .regex(/^\d{1,5}\s*(?:-\s*\d{1,5}|(?:,\s*\d{1,5}\s*)*)$/, { error: NO_SHARDS, abort: true })
  .transform((text) => {
    const [first = 0, last = first] = text.split('-').map(Number);
    return text.includes('-')
      ? Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
      : [...new Set(text.split(',').map(Number))];
  })
  .refine((ids) => ids.length > 0, 'is an empty range: put the lower number first, as in 0-3')
  .refine(
    (ids) => ids.every((id) => id < SHARDS_MAX),
    `has a shard that is too high: they count from 0 to ${SHARDS_MAX - 1}`,
  );

const NO_PORT = 'must be a port from 1 to 65535, or an address and a port like 127.0.0.1:9090';

/** A port, with the address to listen on before it: `9090`, `127.0.0.1:9090`, `[::1]:9090`. Without one, all. */
export const listenAddress = z
  .string()
  .transform((text) => {
    const [, host = null, port] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
    return { host: host?.replace(/^\[(.*)\]$/, '$1') ?? null, port: Number(port ?? 0), text };
  })
  .refine(({ port }) => port >= 1 && port <= 65_535, NO_PORT)
  .refine(
    ({ host, text }) =>
      host === null ||
      host.toLowerCase() === 'localhost' ||
      isIPv4(host) ||
      (isIPv6(host) && text.startsWith('[')),
    NO_PORT,
  )
  .transform(({ host, port }) => ({ host, port }));
