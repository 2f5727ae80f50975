import { LRUCache } from 'lru-cache';

/**
 * Who may change a message when several want to: a large library that is still coming in, a refresh that takes its
 * time, somebody who presses quicker than the site answers. What was pressed last is what the message shows.
 */
export type LiveMessages = {
  /** The next place in the order in which people pressed. */
  nextPlace(): number;
  /**
   * Takes a message over before it is changed. False where somebody who pressed later has it already;
   * else resolves when the last change of whoever had it is through.
   */
  claim(messageId: string, editor: Editor): false | Promise<void> | undefined;
};

/** One row of changes to one message. */
export type Editor = {
  readonly place: number;
  /** Ends it; resolves when the change that is under way is through. */
  stop(): Promise<void>;
};

/** Messages that change at one time, and those that changed of late: a slow answer can be a quarter of an hour late. */
const MESSAGES = 5_000;

export function createLiveMessages(): LiveMessages {
  const editors = new LRUCache<string, Editor>({ max: MESSAGES });
  let places = 0;
  return {
    nextPlace() {
      places += 1;
      return places;
    },
    claim(messageId, editor) {
      const holder = editors.get(messageId);
      if (holder === editor) return undefined;
      if (holder && holder.place > editor.place) return false;
      editors.set(messageId, editor);
      return holder?.stop();
    },
  };
}
