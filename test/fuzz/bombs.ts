import { promisify } from 'node:util';
import {
  constants,
  createBrotliCompress,
  deflateRawSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';

const MEGABYTE = Buffer.alloc(2 ** 20, ' ');
/** How many of them each unpacks to. */
const MEGABYTES = 1_024;

/** An empty last block. */
const BROTLI_END = Buffer.from([3]);

/** One packed piece again and again: nobody has to unpack or pack the whole. */
const repeated = (piece: Buffer) => Buffer.concat(Array.from({ length: MEGABYTES }, () => piece));

/** Bodies of a megabyte at most that unpack to a gigabyte, by their encoding. */
export async function makeBombs(): Promise<Readonly<Record<string, Buffer>>> {
  const gzip = repeated(gzipSync(MEGABYTE));
  const finishFlush = constants.Z_FULL_FLUSH;
  // The header that says zlib.
  const deflate = [Buffer.from([0x78, 0x9c]), repeated(deflateRawSync(MEGABYTE, { finishFlush }))];
  return {
    gzip,
    'x-gzip': gzip,
    'gzip, gzip': gzipSync(gzip),
    br: await brotliBomb(),
    deflate: Buffer.concat(deflate),
    zstd: repeated(zstdCompressSync(MEGABYTE)),
  };
}

async function brotliBomb(): Promise<Buffer> {
  const stream = createBrotliCompress();
  const flush = promisify<number, void>((kind, done) => stream.flush(kind, () => done(null)));
  async function next(): Promise<Buffer> {
    stream.write(MEGABYTE);
    await flush(constants.BROTLI_OPERATION_FLUSH);
    const packed: unknown = stream.read();
    if (!Buffer.isBuffer(packed)) throw new TypeError('The stream has nothing');
    return packed;
  }
  // The first has the stream's header.
  const [first, later] = [await next(), await next()];
  return Buffer.concat([first, repeated(later), BROTLI_END]);
}
