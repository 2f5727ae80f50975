/**
 * The messages that will be edited again (a large library that is still coming in). When somebody presses a
 * button on one, the page they asked for must not be overwritten by an edit of the old one.
 */
export type LiveMessages = {
  /** Ends whatever still edits this message; resolves when its last edit is through. Undefined where nothing does. */
  takeOver(messageId: string): Promise<void> | undefined;
  /** Says that a message will be edited again by this editor, until it is released or somebody takes over. */
  hold(messageId: string, editor: Editor): void;
  release(messageId: string, editor: Editor): void;
};

/** One row of edits to one message. */
export type Editor = {
  /** Ends it; resolves when the edit that is under way is through. */
  stop(): Promise<void>;
};

export function createLiveMessages(): LiveMessages {
  const editors = new Map<string, Editor>();
  return {
    takeOver(messageId) {
      const editor = editors.get(messageId);
      editors.delete(messageId);
      return editor?.stop();
    },
    hold(messageId, editor) {
      editors.set(messageId, editor);
    },
    release(messageId, editor) {
      if (editors.get(messageId) === editor) editors.delete(messageId);
    },
  };
}
