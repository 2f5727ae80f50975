import { describe, expect, it } from 'vitest';

import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import type { Editor, LiveMessages } from '#src/discord/interactions/live-messages.ts';

/** Records when it is told to stop. */
function editorOf(live: LiveMessages): Editor & { readonly stops: () => number } {
  let stops = 0;
  return {
    place: live.nextPlace(),
    stops: () => stops,
    async stop() {
      stops += 1;
    },
  };
}

describe('a message that several want to change', () => {
  it('is free at first', () => {
    const live = createLiveMessages();
    const editor = editorOf(live);
    expect(live.claim('page', editor)).toBeUndefined();
    expect(editor.stops()).toBe(0);
  });

  it('stays with its editor, who can claim it again for each change', () => {
    const live = createLiveMessages();
    const editor = editorOf(live);
    expect([1, 2, 3].map(() => live.claim('page', editor))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(editor.stops()).toBe(0);
  });

  it('goes to whoever pressed later, and stops the previous editor', async () => {
    const live = createLiveMessages();
    const [earlier, later] = [editorOf(live), editorOf(live)];
    void live.claim('page', earlier);
    await live.claim('page', later);
    expect([earlier.stops(), later.stops()]).toEqual([1, 0]);
  });

  it('isn’t given back to whoever pressed earlier, however often they ask', () => {
    const live = createLiveMessages();
    const [earlier, later] = [editorOf(live), editorOf(live)];
    void live.claim('page', later);
    expect([live.claim('page', earlier), live.claim('page', earlier)]).toEqual([false, false]);
    expect(later.stops()).toBe(0);
  });

  it('is independent of other messages', () => {
    const live = createLiveMessages();
    const [earlier, later] = [editorOf(live), editorOf(live)];
    void live.claim('page', later);
    expect(live.claim('another', earlier)).toBeUndefined();
    expect([earlier.stops(), later.stops()]).toEqual([0, 0]);
  });
});
