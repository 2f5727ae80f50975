const SLAB_BYTES = 512 * 1024;

/**
 * Memory for buffers that are needed only briefly, each cut from the same slab. On its own, each would cost a tenth of
 * what answering takes, because Node allocates larger buffers one by one.
 * @returns takes a number of bytes, and returns a buffer with any content.
 */
export function createSlab(): (length: number) => Buffer {
  let slab = Buffer.alloc(0);
  let taken = 0;
  return (length) => {
    if (taken + length > slab.length) {
      slab = Buffer.allocUnsafeSlow(Math.max(length, SLAB_BYTES));
      taken = 0;
    }
    taken += length;
    return slab.subarray(taken - length, taken);
  };
}
