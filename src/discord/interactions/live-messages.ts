import { LRUCache } from 'lru-cache';

/** One series of changes to one message. */
export type Editor = {
  readonly place: number;
  /** Ends it; resolves when the current change is done. Undefined if there is none. */
  stop(): Promise<void> | undefined;
};

/** Messages that are changing or have changed lately: a slow answer can come a quarter of an hour late. */
const MESSAGES_LIMIT = 5_000;

export type LiveMessages = ReturnType<typeof createLiveMessages>;

/**
 * Decides who may change a message when several want to: a large library that is still loading, a slow refresh, someone
 * who clicks faster than the site answers. The latest click wins.
 */
export function createLiveMessages() {
  const editors = new LRUCache<string, Editor>({ max: MESSAGES_LIMIT });
  let places = 0;
  return {
    /** The next place in the order of clicks. */
    nextPlace(): number {
      places += 1;
      return places;
    },
    /**
     * Takes over a message before it is changed. False if a later click already has it. If the previous editor is still
     * changing it, resolves when that's done.
     */
    claim(messageId: string, editor: Editor): false | Promise<void> | undefined {
      const holder = editors.get(messageId);
      if (holder === editor) return undefined;
      if (holder && holder.place > editor.place) return false;
      editors.set(messageId, editor);
      return holder?.stop();
    },
  };
}
