import type { ResponseLike } from '@discordjs/rest';

import { tryJson } from '#src/platform/json.ts';

/**
 * Bytes. The longest that Discord sends are a hundred messages. A connection on which more arrives is closed.
 */
export const LONGEST_RESPONSE = 8 * 1024 * 1024;

/**
 * A response, read to its end. discord.js would do that later, when nothing limits the time any more, and never for a
 * failure, whose connection would stay open. It also takes a redirect for a success, and trips over an error that is no
 * object. A success stays one where its body is broken: that was carried out, and its JSON is null.
 */
export async function readWhole(response: ResponseLike): Promise<ResponseLike> {
  const bytes = await response.arrayBuffer().catch(() => new ArrayBuffer());
  const text = new TextDecoder().decode(bytes);
  // Nothing was carried out. Discord sends none itself.
  const isRedirect = response.status >= 300 && response.status < 400;
  const status = isRedirect ? BAD_GATEWAY : response.status;
  return {
    body: null,
    bodyUsed: true,
    headers: response.headers,
    status,
    statusText: response.statusText,
    ok: response.ok,
    arrayBuffer: () => Promise.resolve(bytes),
    text: () => Promise.resolve(text),
    json: () => Promise.resolve(status < 400 ? (tryJson(text) ?? null) : details(tryJson(text))),
  };
}

const BAD_GATEWAY = 502;

function details(json: unknown): object {
  return typeof json === 'object' && json !== null ? json : {};
}
