import { pino } from 'pino';
import type { Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines on standard output. Whatever ends up in a line, the secrets do not: they are struck out of
 * the finished text, in the forms in which a URL or a header would carry them.
 */
export function createLog(level: string, secrets: readonly string[]): Logger {
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ]);
  return pino({
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { error: serializeError },
    hooks: {
      streamWrite: (line) => forms.reduce((text, form) => text.replaceAll(form, '[secret]'), line),
    },
  });
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
