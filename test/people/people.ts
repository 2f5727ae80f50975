import { createPeople } from '#src/people/people.ts';
import type { KnownGame, Seen } from '#src/people/tables/known-games.ts';
import { ulid } from '#test/announcements/tables/rows.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';
import { openTestStore } from '#test/support/store.ts';
import type { StoreKind } from '#test/support/store.ts';

export const DAY = 24 * 60 * 60_000;

const nobody = () => Promise.reject(new Error('Nobody is looked up here'));

/** People in a database of their own; nobody can be looked up. */
export async function openPeople(kind: StoreKind) {
  const store = await openTestStore(kind);
  const clock = createFakeClock();
  const people = createPeople({ store, clock, players: { atHand: nobody, find: nobody } });
  return {
    ...people,
    store,
    clock,
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

/** Links an account as `/link` does, with a proof. */
export async function linkVerified(
  { links, knownPlayers }: Pick<Awaited<ReturnType<typeof openPeople>>, 'knownPlayers' | 'links'>,
  userId: string,
  number: number,
): Promise<void> {
  const account = { ulid: ulid(number), name: `Player${number}` };
  await links.save({ userId, ...account, linkedAt: 0, code: null });
  await links.verify(userId, account.ulid, 1);
  await knownPlayers.add(account.ulid, account.name);
}

/** Game 1, mastered, but for what is said. */
export function game(changes: Partial<KnownGame> = {}): KnownGame {
  return {
    gameId: 1,
    title: 'Sonic the Hedgehog',
    systemId: 1,
    systemName: 'Genesis/Mega Drive',
    possible: 10,
    awarded: 10,
    awardedHardcore: 10,
    lastUnlockAt: 5,
    award: 'mastered',
    awardedAt: 5,
    ...changes,
  };
}

/** All games of player number `number`, but for what is said. */
export function seen(
  number: number,
  games: readonly KnownGame[],
  changes: Partial<Seen> = {},
): Seen {
  return {
    ulid: ulid(number),
    name: `Player${number}`,
    isUnranked: false,
    games,
    isWhole: true,
    at: 1,
    ...changes,
  };
}
