import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines, on standard output where nothing else is said. Whatever ends up in a line, the secrets do not: they are struck out of
 * the finished text, in the forms in which a URL or a header would carry them.
 */
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

/** A secret as it stands in a header, in a path, in a query, and each of them in JSON, or in JSON in JSON. */
function formsOf(secret: string): string[] {
  const query = new URLSearchParams({ y: secret }).toString().slice('y='.length);
  return [inJson(inJson(secret)), inJson(secret), secret, encodeURIComponent(secret), query];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

const TELLING = new Set(['code', 'status', 'method', 'failure']);

/** discord.js puts the whole request into its errors, interaction tokens included: only what explains is kept. */
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
