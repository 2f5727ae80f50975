import { describe, expect, it } from 'vitest';

import type { CustomIdFor } from '#src/progress/messages/controls.ts';
import {
  encodeLibraryCustomId,
  findRoom,
  parseLibraryCustomId,
} from '#src/progress/messages/library-custom-id.ts';
import { createPageCopies, PageWriter } from '#src/progress/page-bytes.ts';

import { query } from './entries.ts';

const customId: CustomIdFor = (action, page) =>
  encodeLibraryCustomId({
    action,
    player: { kind: 'name', name: 'MaxMilyin' },
    query: query(),
    page,
  });

const [ONE, TWO, THREE] = ['123456789012345678', '1', '18446744073709551615'];
const BEFORE = '{"type":4,"data":{';
const PRIVATE = '{"type":4,"data":{"flags":64,';

/** A page with two buttons. */
function start(title = 'Ōkami ★') {
  const json = JSON.stringify({
    title,
    first: { custom_id: customId('first', 1) },
    last: { custom_id: customId('last', 7) },
  });
  const writer = new PageWriter();
  writer.roomy(findRoom(json), []);
  const copies = createPageCopies();
  const page = copies.keep(writer.end());
  return { copies, page, title };
}

type Sent = {
  readonly type: number;
  readonly data: {
    readonly flags?: number;
    readonly title: string;
    readonly first: { readonly custom_id: string };
    readonly last: { readonly custom_id: string };
  };
};

function read(bytes: Buffer) {
  const { type, data }: Sent = JSON.parse(bytes.toString());
  const owners = [data.first, data.last].map(
    ({ custom_id: id }) => parseLibraryCustomId(id)?.ownerId,
  );
  return { type, flags: data.flags, title: data.title, owners };
}

describe('a page', () => {
  it('is sent with the owner it is for and what it is sent in', () => {
    const { copies, page, title } = start();
    const mine = copies.ownedBy(ONE, page).between(BEFORE, '}');
    expect(read(mine.bytes)).toEqual({ type: 4, flags: undefined, title, owners: [ONE, ONE] });
    mine.giveBack();
    const yours = copies.ownedBy(TWO, page).between(PRIVATE, '}');
    expect(read(yours.bytes)).toEqual({ type: 4, flags: 64, title, owners: [TWO, TWO] });
    yours.giveBack();
    const again = copies.ownedBy(ONE, page).between(BEFORE, '}');
    expect(read(again.bytes)).toEqual({ type: 4, flags: undefined, title, owners: [ONE, ONE] });
  });

  it('stays as it is while it’s on its way, whoever else gets it', () => {
    const { copies, page } = start();
    const all = [ONE, TWO, THREE].map((owner) => ({
      owner,
      lent: copies.ownedBy(owner, page).between(BEFORE, '}'),
    }));
    for (const { owner, lent } of all) expect(read(lent.bytes).owners).toEqual([owner, owner]);
  });

  it('is written over once its response has arrived', () => {
    const { copies, page } = start();
    const mine = copies.ownedBy(ONE, page).between(BEFORE, '}');
    mine.giveBack();
    const yours = copies.ownedBy(TWO, page).between(BEFORE, '}');
    expect(yours.bytes).toBe(mine.bytes);
  });

  it('is text, too', () => {
    const { copies, page, title } = start();
    const text = String(copies.ownedBy(ONE, page));
    expect(JSON.parse(text)).toMatchObject({ title });
    expect(String(copies.ownedBy(ONE, page))).toBe(text);
  });

  it('with too much around it is not sent', () => {
    const { copies, page } = start();
    const json = copies.ownedBy(ONE, page);
    expect(() => json.between('{'.padStart(80), '}')).toThrow(RangeError);
    expect(() => json.between('{', '}'.padStart(80))).toThrow(RangeError);
  });

  it('can be sent after it was dropped', () => {
    const { copies, page, title } = start();
    const json = copies.ownedBy(ONE, page);
    const yours = copies.ownedBy(TWO, page).between(BEFORE, '}');
    copies.drop(page);
    copies.keep({ bytes: Buffer.from('{}'), owners: [] });
    const mine = json.between(BEFORE, '}');
    expect(read(mine.bytes)).toMatchObject({ title, owners: [ONE, ONE] });
    expect(read(yours.bytes)).toMatchObject({ title, owners: [TWO, TWO] });
    mine.giveBack();
    expect(JSON.parse(String(json))).toMatchObject({ title });
  });

  it('that comes back when it isn’t kept anymore counts no longer', () => {
    const { copies, page } = start();
    for (let times = 0; times < 300; times += 1) {
      const gone = copies.keep({ bytes: Buffer.from('{}'), owners: [] });
      const { giveBack } = copies.ownedBy(ONE, gone).between(BEFORE, '}');
      copies.drop(gone);
      giveBack();
    }
    const two = [ONE, TWO].map((owner) => copies.ownedBy(owner, page).between(BEFORE, '}'));
    for (const { giveBack } of two) giveBack();
    expect(page.idle.length).toBe(2);
  });

  it('that many people get at once keeps no more copies than are useful', () => {
    const { copies, page } = start();
    const lent = Array.from({ length: 300 }, () => copies.ownedBy(ONE, page).between(BEFORE, '}'));
    for (const { giveBack } of lent) giveBack();
    expect(page.idle.length).toBe(100);
    copies.drop(page);
    expect(page.idle).toEqual([]);
  });
});

/** So many custom_ids with room for a page. */
function roomFor(count: number) {
  const id = encodeLibraryCustomId({
    action: 'next',
    player: { kind: 'name', name: 'MaxMilyin' },
    query: query(),
    page: null,
  });
  return findRoom(JSON.stringify(Array.from({ length: count }, () => ({ custom_id: id }))));
}

describe('the writer', () => {
  it('writes pages of any length, one after the other', () => {
    const writer = new PageWriter();
    const long = '★ “Ōkami” 😀 '.repeat(20_000);
    for (const text of ['', long, 'short', long + long]) {
      writer.text(text);
      writer.text('!');
      expect(writer.end().bytes.toString()).toBe(`${text}!`);
    }
  });

  it('keeps nothing of a page that failed', () => {
    const writer = new PageWriter();
    writer.text('[');
    writer.roomy(roomFor(2), [1]);
    writer.begin();
    writer.text('{}');
    const { bytes, owners } = writer.end();
    expect([bytes.toString(), owners]).toEqual(['{}', []]);
  });

  it('puts numbers where there is room for them', () => {
    const writer = new PageWriter();
    writer.text('[');
    writer.roomy(roomFor(2), [5, 129]);
    writer.text(',');
    writer.roomy(roomFor(1), [40_000]);
    writer.text(']');
    const pages = JSON.parse(writer.end().bytes.toString())
      .flat()
      .map(({ custom_id: id }: { custom_id: string }) => parseLibraryCustomId(id)?.page);
    expect(pages).toEqual([5, 129, 40_000]);
  });
});
