import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';

/** A connection can't go on without the data of this message. */
class StrangePayload extends Error {
  override readonly name = 'StrangePayload';
}

const DISPATCH: number = GatewayOpcodes.Dispatch;
const HELLO: number = GatewayOpcodes.Hello;
const INVALID_SESSION: number = GatewayOpcodes.InvalidSession;
const READY: string = GatewayDispatchEvents.Ready;

/** Discord's is 41 s. A timer that is set to more than 24 days fires at once, and again. */
const HEARTBEAT_MS = { least: 100, most: 600_000 };

const hello = z.looseObject({
  heartbeat_interval: z
    .number()
    .positive()
    .transform((ms) => Math.min(Math.max(ms, HEARTBEAT_MS.least), HEARTBEAT_MS.most)),
});

const ready = z.looseObject({
  session_id: z.string().min(1),
  // Left out, a session is resumed where the first connection was made.
  resume_gateway_url: z.string().refine(isGatewayUrl).optional().catch(undefined),
  application: z.looseObject({ id: z.string().regex(/^\d{1,20}$/) }),
  guilds: z.array(z.unknown()).catch([]),
});

const information = z.looseObject({
  url: z.string().refine(isGatewayUrl),
  shards: z.int().min(1).max(100_000),
  session_start_limit: z.looseObject({
    remaining: z.number(),
    reset_after: z.number().min(0),
    max_concurrency: z.int().min(1),
  }),
});

/**
 * Reads a message of the gateway as far as discord.js depends on it, because discord.js trusts all of it. What an event
 * is about is for its reader to check.
 * @returns null if it isn't a message.
 * @throws when a connection can't go on with it.
 */
export function readGatewayPayload(received: unknown): GatewayMessage | null {
  if (!isMessage(received)) return null;
  const { op, t, s, d } = received;
  if (op === HELLO) return { ...received, d: read(hello, d, 'HELLO') };
  // Without a clear yes, the session is over.
  if (op === INVALID_SESSION) return { ...received, d: d === true };
  if (op !== DISPATCH) return received;
  if (t !== READY) return isSequence(s) ? received : { ...received, s: null };
  if (!isSequence(s)) throw new StrangePayload('READY without its sequence');
  return { ...received, d: read(ready, d, 'READY') };
}

/** What every message has. Checked by hand, because every interaction waits for it. */
export type GatewayMessage = {
  readonly op: number;
  readonly t?: unknown;
  readonly s?: unknown;
  readonly d?: unknown;
};

function isMessage(received: unknown): received is GatewayMessage {
  return (
    typeof received === 'object' &&
    received !== null &&
    'op' in received &&
    Number.isFinite(received.op)
  );
}

function isSequence(s: unknown): boolean {
  return typeof s === 'number' && Number.isSafeInteger(s) && s >= 0;
}

/**
 * Reads the answer to `GET /gateway/bot`.
 * @throws when a connection can't go on with it.
 */
export function readGatewayInformation(received: unknown): unknown {
  return read(information, received, 'GET /gateway/bot');
}

/** Says where it differs, and quotes nothing. */
function read<T>(schema: z.ZodType<T>, received: unknown, what: string): T {
  const { success, data, error } = schema.safeParse(received);
  if (success) return data;
  const where = error.issues[0]?.path.map(String).join('.') ?? '';
  throw new StrangePayload(`${what} without its data${where && ` (${where})`}`);
}

function isGatewayUrl(text: string): boolean {
  return URL.canParse(text) && /^wss?:$/.test(new URL(text).protocol);
}
