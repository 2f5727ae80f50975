/** Discord's Markdown, parsed. */

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; inner: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; inner: Inline[] }
  | { type: 'user' | 'role' | 'channel'; id: string }
  | { type: 'command'; name: string; id: string }
  | { type: 'everyone'; text: string }
  | { type: 'emoji'; name: string; id: string }
  | { type: 'time'; at: number; style: string };

export type Block =
  | { type: 'text' | 'subtext'; inner: Inline[] }
  | { type: 'heading'; level: number; inner: Inline[] }
  | { type: 'item'; depth: number; marker: string; inner: Inline[] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'pre'; text: string };

type Rule = { readonly at: RegExp; readonly make: (...groups: string[]) => Inline };

/** Any text, with backslash escapes. */
const ANY = String.raw`((?:\\[\s\S]|[^\\])+?)`;
const around = (mark: string, end: string) => new RegExp(`${mark}${ANY}${mark}${end}`, 'y');
const styled = (
  type: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler',
  at: RegExp,
): Rule => ({
  at,
  make: (text) => ({ type, inner: inlines(text) }),
});

const RULES: readonly Rule[] = [
  { at: /\\([^\p{L}\p{N}\s])/uy, make: (text) => ({ type: 'text', text }) },
  { at: /(`+)([\s\S]*?[^`])\1(?!`)/y, make: (_ticks, text) => ({ type: 'code', text }) },
  {
    at: /<t:(-?\d+)(?::([tTdDfFR]))?>/y,
    make: (at, style = 'f') => ({ type: 'time', at: Number(at) * 1000, style }),
  },
  { at: /<@!?(\d+)>/y, make: (id) => ({ type: 'user', id }) },
  { at: /<@&(\d+)>/y, make: (id) => ({ type: 'role', id }) },
  { at: /<#(\d+)>/y, make: (id) => ({ type: 'channel', id }) },
  { at: /<\/([^:>]+):(\d+)>/y, make: (name, id) => ({ type: 'command', name, id }) },
  { at: /<a?:(\w+):(\d+)>/y, make: (name, id) => ({ type: 'emoji', name, id }) },
  {
    at: /\[((?:\\[\s\S]|[^\\[\]]|\[[^\]]*\])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/y,
    make: (text, url) => ({ type: 'link', url, inner: inlines(text) }),
  },
  {
    at: /<?(https?:\/\/[^\s<>]*[^\s<>.,:;"')\]])>?/y,
    make: (url) => ({ type: 'link', url, inner: [{ type: 'text', text: url }] }),
  },
  { at: /(@everyone|@here)/y, make: (text) => ({ type: 'everyone', text }) },
  styled('bold', around(String.raw`\*\*`, String.raw`(?!\*)`)),
  styled('underline', around('__', '(?!_)')),
  styled('italic', /\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/y),
  styled('italic', around('_', String.raw`(?!\w)`)),
  styled('strike', around('~~', '')),
  styled('spoiler', around(String.raw`\|\|`, '')),
];

/** Parses inline Markdown. */
export function inlines(text: string): Inline[] {
  const nodes: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push({ type: 'text', text: plain });
    plain = '';
  };
  for (let index = 0; index < text.length;) {
    const found = match(text, index);
    if (found === null) {
      plain += text[index] ?? '';
      index += 1;
      continue;
    }
    if (found.node.type === 'text') plain += found.node.text;
    else {
      flush();
      nodes.push(found.node);
    }
    index += found.length;
  }
  flush();
  return nodes;
}

/** A line's text without its Markdown. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if ('inner' in node) return plainText(node.inner);
      return 'text' in node ? node.text : '';
    })
    .join('');
}

function match(text: string, index: number): { node: Inline; length: number } | null {
  for (const { at, make } of RULES) {
    at.lastIndex = index;
    const found = at.exec(text);
    if (found !== null) return { node: make(...found.slice(1)), length: found[0].length };
  }
  return null;
}

/** Parses a whole text: headings, lists, quotes, subtext, and code blocks. */
export function blocks(text: string): Block[] {
  const parts = text.split(/```(?:[\w+-]+\n)?\n?([\s\S]+?)\n?```\n?/);
  return parts.flatMap((part, index): Block[] => {
    if (index % 2 === 1) return [{ type: 'pre', text: part }];
    return part === '' ? [] : lines(part.replace(/\n$/, ''));
  });
}

function lines(text: string): Block[] {
  const result: Block[] = [];
  for (const line of text.split('\n')) {
    const block = lineBlock(line);
    const last = result.at(-1);
    if (block.type === 'quote' && last?.type === 'quote') last.blocks.push(...block.blocks);
    else result.push(block);
  }
  return result;
}

function lineBlock(line: string): Block {
  const heading = /^(#{1,3}) +(.+)$/.exec(line);
  if (heading) {
    const [, marks = '', rest = ''] = heading;
    return { type: 'heading', level: marks.length, inner: inlines(rest) };
  }
  const subtext = /^-# +(.+)$/.exec(line);
  if (subtext) return { type: 'subtext', inner: inlines(subtext[1] ?? '') };
  const item = /^( *)([-*]|\d+\.) +(.+)$/.exec(line);
  if (item) {
    const [, indent = '', marker = '', rest = ''] = item;
    return {
      type: 'item',
      depth: indent.length >> 1,
      marker: /\d/.test(marker) ? marker : '•',
      inner: inlines(rest),
    };
  }
  const quote = /^> (.*)$/.exec(line);
  if (quote) return { type: 'quote', blocks: [lineBlock(quote[1] ?? '')] };
  return { type: 'text', inner: inlines(line) };
}
