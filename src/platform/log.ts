import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';

export type { Logger } from 'pino';

/** Logs JSON lines. Secrets are removed from each finished line, in every form that a URL or a header may give them. */
export function createLog(
  level: string,
  secrets: readonly string[],
  destination: DestinationStream = pino.destination(1),
): Logger {
  const forms = secrets.flatMap(formsOf);
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { error: serializeError },
    hooks: {
      streamWrite: (line) => forms.reduce((text, form) => text.replaceAll(form, '[secret]'), line),
    },
  };
  return pino(options, destination);
}

/** Plain, as in a path, as in a query, and inside one or two layers of JSON. */
function formsOf(secret: string): string[] {
  const query = new URLSearchParams({ y: secret }).toString().slice('y='.length);
  return [inJson(inJson(secret)), inJson(secret), secret, encodeURIComponent(secret), query];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

const TELLING = new Set(['code', 'status', 'method', 'failure']);

/** Keeps only what explains the error: discord.js adds the whole request, including interaction tokens. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    type: error.name,
    message: hideTokens(error.message),
    ...Object.fromEntries(Object.entries(error).filter(([key]) => TELLING.has(key))),
    stack: hideTokens(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: serializeError(error.cause) }),
  };
}

function hideTokens(text: string): string {
  return text.replaceAll(/\/(webhooks|interactions)\/\d+\/[^/\s]+/g, '/$1/…');
}
