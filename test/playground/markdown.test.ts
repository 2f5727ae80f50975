import { describe, expect, test } from 'vitest';

import { blocks, type Inline, inlines, plainText } from '../../playground/page/markdown.ts';

const text = (value: string): Inline => ({ type: 'text', text: value });

describe('Markdown within a line', () => {
  test.each<[string, string, Inline[]]>([
    ['bold', '**a b**', [{ type: 'bold', inner: [text('a b')] }]],
    ['italic by stars', '*a*', [{ type: 'italic', inner: [text('a')] }]],
    ['italic by underscores', '_a_', [{ type: 'italic', inner: [text('a')] }]],
    ['underscores inside a word', 'a_b_c', [text('a_b_c')]],
    ['underline', '__a__', [{ type: 'underline', inner: [text('a')] }]],
    ['strike', '~~a~~', [{ type: 'strike', inner: [text('a')] }]],
    ['spoiler', '||a||', [{ type: 'spoiler', inner: [text('a')] }]],
    ['code, where nothing else counts', '`**a**`', [{ type: 'code', text: '**a**' }]],
    ['escaped marks', String.raw`\*a\* \[b\]`, [text('*a* [b]')]],
    [
      'a masked link with escaped brackets',
      String.raw`[a \[b\]](https://x.example/1)`,
      [{ type: 'link', url: 'https://x.example/1', inner: [text('a [b]')] }],
    ],
    [
      'a link inside bold',
      String.raw`**[Q\*bert](https://x.example/)**`,
      [
        {
          type: 'bold',
          inner: [{ type: 'link', url: 'https://x.example/', inner: [text('Q*bert')] }],
        },
      ],
    ],
    ['a link to elsewhere than the web', '[a](javascript:b)', [text('[a](javascript:b)')]],
    ['a time', '<t:60:R>', [{ type: 'time', at: 60_000, style: 'R' }]],
    ['a time without a style', '<t:60>', [{ type: 'time', at: 60_000, style: 'f' }]],
    ['a command', '</progress:7>', [{ type: 'command', name: 'progress', id: '7' }]],
    ['a person', '<@7>', [{ type: 'user', id: '7' }]],
    ['a role', '<@&7>', [{ type: 'role', id: '7' }]],
    ['a channel', '<#7>', [{ type: 'channel', id: '7' }]],
    ['an emoji', '<:gold:7>', [{ type: 'emoji', name: 'gold', id: '7' }]],
    ['a mark without its end', '**a', [text('**a')]],
  ])('%s', (_name, given, expected) => {
    expect(inlines(given)).toEqual(expected);
  });
});

describe('a title, which is shown as plain text', () => {
  test.each([
    [String.raw`\*Dracula\* X \| Y`, '*Dracula* X | Y'],
    ['**a** `b` [c](https://x.example/)', 'a b c'],
  ])('%s is read as %s', (title, shown) => {
    expect(plainText(inlines(title))).toBe(shown);
  });
});

describe('Markdown at the start of a line', () => {
  test('subtext, headings, items and quotes are lines of their own', () => {
    expect(blocks('-# small\n## big\n- one\n> said')).toEqual([
      { type: 'subtext', inner: [text('small')] },
      { type: 'heading', level: 2, inner: [text('big')] },
      { type: 'item', depth: 0, marker: '•', inner: [text('one')] },
      { type: 'quote', blocks: [{ type: 'text', inner: [text('said')] }] },
    ]);
  });

  test('code over several lines is kept as it is', () => {
    expect(blocks('a\n```js\n**b**\n```')).toEqual([
      { type: 'text', inner: [text('a')] },
      { type: 'pre', text: '**b**' },
    ]);
  });
});
