/** Milliseconds. */
export type Times = { p50: number; p95: number };
export type Load = Times & { perSecond: number };

export function timesOf(samples: readonly number[]): Times {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

type Work = (i: number) => Promise<unknown>;

/** Each in turn, and each turn begins with another one: what disturbs the machine disturbs all of them alike. */
export async function inTurn<Name extends string>(
  works: Record<Name, Work>,
  rounds: number,
): Promise<Record<Name, Times>> {
  const names = Object.keys(works) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let i = 0; i < rounds; i++) {
    for (let k = 0; k < names.length; k++) {
      const name = names[(i + k) % names.length];
      if (name) samples[name].push(await timed(() => works[name](i)));
    }
  }
  return Object.fromEntries(names.map((name) => [name, timesOf(samples[name])])) as Record<Name, Times>;
}

/** Sixteen at once, in blocks that alternate. */
export async function atOnce<Name extends string>(
  works: Record<Name, Work>,
  plan: { blocks: number; perBlock: number; lanes: number },
): Promise<Record<Name, Load>> {
  const names = Object.keys(works) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const spent = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let block = 0; block < plan.blocks; block++) {
    for (const name of names) {
      let next = block * plan.perBlock;
      const end = next + plan.perBlock;
      const lane = async () => {
        while (next < end) {
          const i = next++;
          samples[name].push(await timed(() => works[name](i)));
        }
      };
      spent[name] += await timed(() => Promise.all(Array.from({ length: plan.lanes }, lane)));
    }
  }
  const loadOf = (name: Name): Load => ({
    ...timesOf(samples[name]),
    perSecond: (samples[name].length * 1000) / spent[name],
  });
  return Object.fromEntries(names.map((name) => [name, loadOf(name)])) as Record<Name, Load>;
}
