import { AsyncLocalStorage } from 'node:async_hooks';

import type { DiscordAgent } from '../connection/rest.ts';

/** What happens to one request, each time that it is tried. */
export type RequestTrace = {
  /** It is handed over, to be sent as soon as there is a connection. */
  onStart(): void;
  /** It is being written to a connection. @returns whether it still may be. */
  onSend(): boolean;
  onStatus(status: number): void;
};

export type RequestTracer = {
  /** Puts itself around an agent. */
  watch(agent: DiscordAgent): DiscordAgent;
  /** Tells `trace` of every request that `work` makes. */
  follow<T>(trace: RequestTrace, work: () => Promise<T>): Promise<T>;
};

/**
 * Tells how far requests come. discord.js's errors don't: a request may have waited for a rate limit or for a connection,
 * or be lost on its way, and only in the last case Discord may have it.
 */
export function createRequestTracer(): RequestTracer {
  const current = new AsyncLocalStorage<RequestTrace>();
  return {
    watch: (agent) =>
      agent.compose((dispatch) => (options, handler) => {
        const trace = current.getStore();
        trace?.onStart();
        return dispatch(options, trace ? traced(handler, trace) : handler);
      }),
    follow: (trace, work) => current.run(trace, work),
  };
}

type Handler = Parameters<DiscordAgent['dispatch']>[1];

function traced(handler: Handler, trace: RequestTrace): Handler {
  return {
    ...(handler.onBodySent ? { onBodySent: handler.onBodySent.bind(handler) } : {}),
    onConnect(abort) {
      if (trace.onSend()) handler.onConnect?.(abort);
      else abort();
    },
    onHeaders(status, ...rest) {
      trace.onStatus(status);
      return handler.onHeaders?.(status, ...rest) ?? true;
    },
    onData: (chunk) => handler.onData?.(chunk) ?? true,
    onComplete: (trailers) => handler.onComplete?.(trailers),
    onError: (error) => handler.onError?.(error),
  };
}
