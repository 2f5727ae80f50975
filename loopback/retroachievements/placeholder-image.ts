import { crc32, deflateSync } from 'node:zlib';

import { hashText, seededRandom } from './random.ts';

const CELLS = 8;
const CELL_PIXELS = 8;
const SIDE = CELLS * CELL_PIXELS;

/** A 64 × 64 PNG in two colors that depend on the path. */
export function placeholderImage(path: string): Buffer {
  const random = seededRandom(hashText(path));
  const shade = (from: number): number => from + Math.floor(random() * 96);
  const palette = Buffer.from([
    shade(16),
    shade(16),
    shade(16),
    shade(128),
    shade(128),
    shade(128),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  // One bit per pixel, with a palette.
  header.set([1, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(pattern(random))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Mirrored like an identicon. A cell is 8 one-bit pixels wide: one byte. */
function pattern(random: () => number): Buffer {
  const lines = Array.from({ length: CELLS }, () => {
    const half = Array.from({ length: CELLS / 2 }, () => (random() < 0.5 ? 0x00 : 0xff));
    const line = Buffer.from([0, ...half, ...half.toReversed()]);
    return Array.from({ length: CELL_PIXELS }, () => line);
  });
  return Buffer.concat(lines.flat());
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
