export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  chance(probability: number): boolean;
  hex(digits: number): string;
};

/** Mulberry32: the same seed gives the same data on every machine. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (list) => elementAt(list, int(0, list.length - 1)),
    weighted: (weights) => weightedKey(weights, next()),
    chance: (probability) => next() < probability,
    hex: (digits) => hexOf(digits, next),
  };
}

function hexOf(digits: number, next: () => number): string {
  let hex = '';
  while (hex.length < digits) {
    hex += Math.floor(next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  }
  return hex.slice(0, digits);
}

export function elementAt<T>(list: readonly T[], index: number): T {
  const element = list[index % list.length];
  if (element === undefined) throw new Error('nothing to pick from');
  return element;
}

function weightedKey<K extends string>(weights: Readonly<Record<K, number>>, share: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let rest = share * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    rest -= weight;
    if (rest < 0) return key;
  }
  return elementAt(entries, entries.length - 1)[0];
}

/** A UUIDv7 made at `at` (ms). */
export function idAt(random: Random, at: number): string {
  const time = at.toString(16).padStart(12, '0');
  const variant = random.pick(['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.hex(3)}-${variant}${random.hex(3)}-${random.hex(12)}`;
}
