import { z } from 'zod';

import type { LoopbackRetroAchievements } from './loopback-retroachievements.ts';
import { WIRE_AWARD_KINDS, type Endpoint, type WireGame } from './wire.ts';

const kind = z.enum(WIRE_AWARD_KINDS);
const date = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);

const game = z.strictObject({
  GameID: z.int(),
  Title: z.string(),
  ImageIcon: z.string(),
  ConsoleID: z.int(),
  ConsoleName: z.string(),
  MaxPossible: z.int(),
  NumAwarded: z.int(),
  NumAwardedHardcore: z.int(),
  MostRecentAwardedDate: date.nullable(),
  HighestAwardKind: kind.nullable(),
  HighestAwardDate: date.nullable(),
});
const award = z.strictObject({
  User: z.string(),
  ULID: z.string().length(26),
  AwardKind: kind,
  AwardDate: date,
  GameID: z.int(),
  GameTitle: z.string().nullable(),
  ConsoleID: z.int().nullable(),
  ConsoleName: z.string().nullable(),
});
const page = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ Count: z.int(), Total: z.int(), Results: z.array(row) });

type Query = Readonly<Record<string, string | number>>;

/** An endpoint's address with the key. */
export function address(
  { url, apiKey }: LoopbackRetroAchievements,
  endpoint: Endpoint,
  query: Query = {},
): string {
  const parameters = new URLSearchParams({ y: apiKey });
  for (const [name, value] of Object.entries(query)) parameters.set(name, String(value));
  return `${url}/API/${endpoint}.php?${parameters.toString()}`;
}

/** Sends a request. Returns its status and JSON. */
export async function ask(ra: LoopbackRetroAchievements, endpoint: Endpoint, query: Query = {}) {
  const response = await fetch(address(ra, endpoint, query));
  const body: unknown = await response.json();
  return { status: response.status, body };
}

/** Reads and validates a page of a library. */
export async function library(ra: LoopbackRetroAchievements, query: Query) {
  const { body } = await ask(ra, 'API_GetUserCompletionProgress', query);
  return page(game).parse(body);
}

/** Reads and validates a page of the award feed without gaps. */
export async function feed(ra: LoopbackRetroAchievements, query: Query = {}) {
  const { body } = await ask(ra, 'API_GetRecentGameAwards', query);
  return page(award).parse(body);
}

/** A game's row with its last unlock, or without one. */
export function played(id: number, at: string | null, changes: Partial<WireGame> = {}): WireGame {
  return {
    GameID: id,
    Title: `Game ${id}`,
    ImageIcon: '/Images/000001.png',
    ConsoleID: 3,
    ConsoleName: 'SNES/Super Famicom',
    MaxPossible: 10,
    NumAwarded: at === null ? 0 : 3,
    NumAwardedHardcore: at === null ? 0 : 3,
    MostRecentAwardedDate: at,
    HighestAwardKind: null,
    HighestAwardDate: null,
    ...changes,
  };
}
