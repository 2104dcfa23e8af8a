/** A source of chance that gives the same for the same seed. */
export interface Dice {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  count(least: number, most: number): number;
  chance(probability: number): boolean;
  one<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
  /** Some of them, in their order; none at times. */
  some<Item>(items: readonly Item[], probability: number): Item[];
}

/** Another seed for each pair. */
export function mixed(seed: number, index: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x27d4eb2f) >>> 0;
}

/** Marsaglia's xorshift of 32 bits; the first numbers, which show the seed, are thrown away. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0 || 1;

  function next(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  }

  for (let turn = 0; turn < 8; turn++) next();
  const count = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));

  function shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    return Array.from(items, () => left.splice(count(0, left.length - 1), 1)[0] as Item);
  }

  return {
    next,
    count,
    chance: (probability) => next() < probability,
    one: (items) => items[count(0, items.length - 1)] as (typeof items)[number],
    shuffled,
    some: (items, probability) => items.filter(() => next() < probability),
  };
}
