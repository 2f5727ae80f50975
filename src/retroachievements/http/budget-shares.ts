import { LRUCache } from 'lru-cache';

import { createSlidingWindow } from '#src/platform/sliding-window.ts';

/**
 * What a request is for: the next look at the award feed; the first request of a command; the rest of a large library
 * that someone is looking at; work that nobody waits for.
 */
export type Priority = 'poll' | 'command' | 'library' | 'background';

/** What a request is counted by. */
export type Claim = {
  readonly priority: Priority;
  /** Who asked, as Discord's id; left out if nobody did. */
  readonly person?: string | undefined;
};

/** The rest is always free for people. */
const BACKGROUND_SHARE = 3 / 4;
/** The award feed needs one request a minute, and more of them while much is new. */
const POLL_SHARE = 1 / 20;
/** At the default of 60, that's 15 players of up to 500 games a minute, or one of 15,000. */
const PERSON_SHARE = 1 / 2;
/** What daily checks may use, and as much again the first loads of new players. */
export const UPKEEP_SHARE = 1 / 4;
/** Failed requests cost nothing, but even with those, nobody may use up everything. */
const PERSON_ATTEMPTS_SHARE = 3 / 4;
/** Below this, dividing it would leave nobody enough for a library. */
const DIVIDED_FROM = 10;
/** More people than can ask within a minute. */
const PEOPLE_LIMIT = 1_000;

type Window = ReturnType<typeof createSlidingWindow>;
type Person = { readonly charged: Window; readonly attempts: Window };

/** Who may start how many requests. @param span ms in which `capacity` requests may start. */
export function createBudgetShares(capacity: number, span: number) {
  const isDivided = capacity >= DIVIDED_FROM;
  const pollShare = isDivided ? Math.max(1, Math.floor(capacity * POLL_SHARE)) : 0;
  const all = createSlidingWindow(capacity, span);
  const butPolls = createSlidingWindow(capacity - pollShare, span);
  const background = createSlidingWindow(shareOf(capacity, BACKGROUND_SHARE), span);
  const polls = createSlidingWindow(Math.max(1, pollShare), span);
  const people = new LRUCache<string, Person>({ max: PEOPLE_LIMIT });

  function personOf({ person, priority }: Claim): Person | null {
    if (person === undefined || priority === 'background' || !isDivided) return null;
    const known = people.get(person) ?? {
      charged: createSlidingWindow(shareOf(capacity, PERSON_SHARE), span),
      attempts: createSlidingWindow(shareOf(capacity, PERSON_ATTEMPTS_SHARE), span),
    };
    people.set(person, known);
    return known;
  }

  return {
    /** Whether the next look at the award feed goes before everyone else, on its own share. */
    hasPollShare: (now: number): boolean => pollShare > 0 && polls.freeAt(now, []) <= now,
    start(claim: Claim, now: number): void {
      all.start(now);
      if (claim.priority === 'poll') polls.start(now);
      else butPolls.start(now);
      if (claim.priority === 'background') background.start(now);
      const person = personOf(claim);
      person?.charged.start(now);
      person?.attempts.start(now);
    },
    /** Gives a person back what a failed request cost. @param at when it started. */
    giveBack(claim: Claim, at: number): void {
      personOf(claim)?.charged.undo(at);
    },
    /** A plan of who starts when. Ask it in the order in which they go. */
    plan(now: number) {
      const planned = { all: times(), butPolls: times(), background: times() };
      const byPerson = new Map<Person, number[]>();
      return {
        /** When there is room, and when the person has room, ms since 1970. */
        freeAt(claim: Claim): { readonly at: number; readonly ownAt: number } {
          const isPoll = claim.priority === 'poll' && pollShare > 0;
          const at = Math.max(
            all.freeAt(now, planned.all),
            isPoll ? now : butPolls.freeAt(now, planned.butPolls),
            claim.priority === 'background' ? background.freeAt(now, planned.background) : now,
          );
          const person = personOf(claim);
          if (!person) return { at, ownAt: now };
          const own = byPerson.get(person) ?? [];
          const ownAt = Math.max(person.charged.freeAt(now, own), person.attempts.freeAt(now, own));
          return { at, ownAt };
        },
        /** Plans a request that has to wait. One that waits for its person's own share doesn't hold up anyone else. */
        wait(claim: Claim, { at, ownAt }: { readonly at: number; readonly ownAt: number }): void {
          const person = personOf(claim);
          if (person) byPerson.set(person, [...(byPerson.get(person) ?? []), Math.max(at, ownAt)]);
          if (ownAt > at) return;
          planned.all.push(at);
          if (claim.priority !== 'poll') planned.butPolls.push(at);
          if (claim.priority === 'background') planned.background.push(at);
        },
      };
    },
  };
}

/** At least one. For connections, too. */
function shareOf(whole: number, share: number): number {
  return Math.max(1, Math.floor(whole * share));
}

/** How many of the connections background work, or one person, may use at once. */
export function connectionsFor(priority: Priority, connections: number): number {
  return shareOf(connections, priority === 'background' ? BACKGROUND_SHARE : PERSON_SHARE);
}

const times = (): number[] => [];
