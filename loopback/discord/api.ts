import type { UploadedFile } from './entities.ts';
import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import type { Judge } from './judge/judge.ts';
import type { Messages } from './messages.ts';
import type { Nonces } from './nonces.ts';
import type { LimitName } from './rate-limits.ts';
import type { CommandRegistry } from './registered-command.ts';
import type { World } from './world.ts';

/** A parsed REST request, before the judge checks it. */
export type ApiRequest = {
  method: string;
  /** Under `/api/v10`. */
  path: string;
  query: URLSearchParams;
  /** The ids in the path, in order. */
  ids: readonly string[];
  body: unknown;
  files: readonly UploadedFile[];
};

export type ApiAnswer = { status: number; body?: unknown };

/** What a route can use. */
export type Discord = {
  world: World;
  commands: CommandRegistry;
  interactions: Interactions;
  messages: Messages;
  nonces: Nonces;
  gateway: Gateway;
  judge: Judge;
};

/** `:id` in `path` stands for an id. `open` routes take the token in their path instead of the bot's. */
export type Route = {
  method: string;
  path: string;
  open?: true;
  /** Whose rate limit it counts against. */
  limit?: LimitName;
  /** The bucket that responses name, if routes share one. */
  bucket?: string;
  handle(discord: Discord, request: ApiRequest): ApiAnswer;
};

export function idAt(request: ApiRequest, index: number): string {
  const id = request.ids[index];
  if (id === undefined) throw new RangeError(`the route has no id number ${index}`);
  return id;
}

export const ok = (body: unknown): ApiAnswer => ({ status: 200, body });
export const noContent: ApiAnswer = { status: 204 };
