import type { ServerResponse } from 'node:http';

import type { ActiveFault, ShiftEffect, TransportEffect } from './faults.ts';
import { bomb, errorReply, page, send, sendBehindSpace, sendHalf, type Payload } from './reply.ts';
import { spoiledBody } from './spoiled-body.ts';

/** What a faulty reply is made from. */
export type ReplyParts = {
  readonly response: ServerResponse;
  /** The right response, with an optional change. `plain` turns compression off. */
  readonly payload: (options?: { plain?: boolean; change?: (body: object) => object }) => Payload;
  /** Rejects when the site closes. */
  readonly wait: (ms: number) => Promise<void>;
  /** Shifts the list that was requested. */
  readonly shift: (effect: ShiftEffect) => void;
};

/** Replies as the fault says. */
export async function faultyReply(fault: ActiveFault, parts: ReplyParts): Promise<void> {
  const { effect } = fault;
  const { response, payload } = parts;
  switch (effect.kind) {
    case 'shift':
      // The response was made before the shift but leaves after it, so the client can't ask in between.
      return sendAfter(payload(), response, () => parts.shift(effect));
    case 'wrong-type':
    case 'unknown-award-kind':
    case 'results-as-object':
    case 'null-titles':
    case 'missing-ulid':
    case 'nothing':
    case 'rewritten':
      return send(response, payload({ change: (body) => spoiledBody(body, effect) }));
    default:
      return brokenTransport(effect, fault, parts);
  }
}

function sendAfter(payload: Payload, response: ServerResponse, change: () => void): void {
  change();
  send(response, payload);
}

async function brokenTransport(
  effect: TransportEffect,
  { released }: ActiveFault,
  { response, payload, wait }: ReplyParts,
): Promise<void> {
  switch (effect.kind) {
    case 'status':
      return send(response, errorReply(effect));
    case 'cut':
      if (effect.where === 'mid-body') await sendHalf(response, payload());
      response.destroy();
      return;
    case 'hang':
      return hang(response, payload, released, effect.where ?? 'before');
    case 'delay':
      await wait(effect.ms);
      return send(response, payload());
    case 'truncated-json': {
      const { bytes, ...head } = payload({ plain: true });
      return send(response, { ...head, bytes: bytes.subarray(0, Math.floor(bytes.length / 2)) });
    }
    case 'html':
      return send(response, page(200, 'Just a moment'));
    case 'huge-body':
      return sendBehindSpace(response, payload({ plain: true }), effect.bytes ?? 2 ** 25);
    case 'gzip-bomb':
      return send(response, bomb(payload({ plain: true }), effect.bytes ?? 2 ** 28));
  }
}

async function hang(
  response: ServerResponse,
  payload: ReplyParts['payload'],
  released: Promise<void>,
  where: 'before' | 'mid-body',
): Promise<void> {
  const rest = where === 'mid-body' ? await sendHalf(response, payload()) : null;
  await released;
  if (response.destroyed) return;
  if (rest) response.end(rest);
  else send(response, payload());
}
