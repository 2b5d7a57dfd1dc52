import { parseArgs } from 'node:util';
import { PlainError, runMain } from '../../../scripts/plain-error.ts';
import { buildExtension } from '../../../scripts/start/extension.ts';
import { Surroundings } from '../harness.ts';
import { Stack } from '../stack.ts';
import { CHECKS, type Story } from './checks.ts';
import { OnDevice } from './on-device.ts';
import { play } from './play.ts';
import { BadNetwork } from './proxy.ts';

const LONGEST_MS = 150_000;

/** A thousand logs through a network that fails, and what the database holds when all is over. */
async function main(): Promise<void> {
  const { seed } = parseArgs({ options: { seed: { type: 'string', default: '20261122' } } }).values;
  if (!/^\d+$/.test(seed)) throw new PlainError(`--seed wants a whole number, not "${seed}".`);
  console.log(`seed ${seed}; another with --seed N`);
  await buildExtension();
  const stack = await Stack.start();
  const network = new BadNetwork({ seed: Number(seed), target: Number(new URL(stack.url).port) });
  let around: Surroundings | undefined;
  try {
    const server = await network.listen();
    around = await Surroundings.open();
    const device = await OnDevice.open(around);
    const story = await within(LONGEST_MS, play({ stack, network, device, server, seed: Number(seed) }));
    // What a database says of itself while nobody writes.
    await stack.down();
    report(story);
  } finally {
    await Promise.allSettled([around?.close(), network.close()]);
    await stack.close();
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new PlainError(`Not done within ${ms / 1000} s.`)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

function report(story: Story): void {
  const tally = Map.groupBy(story.fates, (fault) => fault ?? 'undisturbed');
  const parts = [...tally].map(([fault, { length }]) => `${fault} ${length}`).sort();
  console.log(`${story.fates.length} exchanges: ${parts.join(', ')}`);
  let failed = 0;
  for (const [fact, contradictionsIn] of CHECKS) {
    const contradictions = contradictionsIn(story);
    if (contradictions.length > 0) failed++;
    console.log(`${contradictions.length > 0 ? 'wrong' : 'right'}  ${fact}`);
    for (const one of contradictions.slice(0, 5))
      console.log(`         ${one.replace(/\s+/g, ' ').slice(0, 160)}`);
    if (contradictions.length > 5) console.log(`         and ${contradictions.length - 5} more`);
  }
  console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

await runMain(main);
