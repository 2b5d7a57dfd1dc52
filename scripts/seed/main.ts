import { parseArgs } from 'node:util';
import { PlainError, runMain } from '../plain-error.ts';
import { migrate } from '../start/databases.ts';
import { dataDirOf } from '../start/options.ts';
import { checkDisk } from '../start/preflight.ts';
import { SAMPLE, seedLocal } from './seed-local.ts';

const USAGE =
  'npm run seed -- [--workspaces N] [--accounts N] [--activities N] [--neighbour-activities N] [--seed N] [--now MS] [--data DIR]';

async function main(): Promise<void> {
  const values = readArgs();
  const dataDir = dataDirOf(values.data);
  await checkDisk(dataDir);
  await migrate(dataDir);
  const startedAt = Date.now();
  const plan = {
    seed: count(values.seed, SAMPLE.seed),
    now: count(values.now, startedAt),
    workspaces: count(values.workspaces, SAMPLE.workspaces),
    accounts: count(values.accounts, SAMPLE.accounts),
    activities: count(values.activities, SAMPLE.activities),
    neighbourActivities: count(values['neighbour-activities'], SAMPLE.neighbourActivities),
  };
  seedLocal(dataDir, plan);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `Added ${plan.workspaces} workspace(s), ${plan.activities} activities in the first, to ${dataDir} in ${seconds} s.\n`,
  );
}

function readArgs() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: process.argv.slice(2),
      options: {
        ...{ workspaces: text, accounts: text, activities: text, 'neighbour-activities': text },
        ...{ seed: text, now: text, data: text },
      },
    }).values;
  } catch {
    throw new PlainError(`One of these options is not known. Usage: ${USAGE}`);
  }
}

function count(typed: string | undefined, otherwise: number): number {
  const value = typed === undefined ? otherwise : Number(typed);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new PlainError(`"${typed}" is not a whole number. Usage: ${USAGE}`);
  return value;
}

await runMain(main);
