/** Gives each object a number of its own, for keys of caches. It keeps no object alive. */
export function createNumbering(): (thing: object) => number {
  const numbers = new WeakMap<object, number>();
  let count = 0;
  return (thing) => {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    count += 1;
    numbers.set(thing, count);
    return count;
  };
}
