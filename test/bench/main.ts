import { parseArgs } from 'node:util';
import { PlainError, runMain } from '../../scripts/plain-error.ts';
import { buildExtension } from '../../scripts/start/extension.ts';
import { checkPort } from '../../scripts/start/preflight.ts';
import { measureCapture } from './capture.ts';
import { measure } from './measure.ts';
import { operationsOf } from './operations.ts';
import { measurePanel } from './panel.ts';
import { aloneTable, runner, sixteenTable } from './report.ts';
import { openWorld, type World } from './world.ts';

const USAGE = 'npm run bench -- [--size 50000 | big] [--only server|capture|panel] [--port 8790]';
const PARTS = ['server', 'capture', 'panel'] as const;
const BIG = 500_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const note = (text: string): void => void process.stderr.write(`${text}\n`);

/** Prints what the product costs beside the least it could cost. Times are never asserted: machines are shared. */
async function main(): Promise<void> {
  const { size, only, port } = readArgs();
  const wants = (part: (typeof PARTS)[number]) => only === undefined || only === part;
  await checkPort(port);
  say(`Runner: ${runner()}.`);
  if (wants('server')) await benchServer(size, port);
  if (only === 'server') return;
  await buildExtension();
  if (wants('capture')) say(`\n${await measureCapture()}`);
  if (wants('panel')) say(`\n${await measurePanel(port)}`);
}

function readArgs() {
  const { values } = parsed();
  const size = values.size === 'big' ? BIG : Number(values.size);
  const port = Number(values.port);
  const only = PARTS.find((part) => part === values.only);
  const isRight = Number.isSafeInteger(size) && size >= 5000 && Number.isInteger(port);
  if (!isRight || (values.only && !only)) throw new PlainError(`Usage: ${USAGE}`);
  return { size, only, port };
}

function parsed() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: { size: { ...text, default: '50000' }, only: text, port: { ...text, default: '8790' } },
    });
  } catch {
    throw new PlainError(`Usage: ${USAGE}`);
  }
}

async function benchServer(size: number, port: number): Promise<void> {
  note(`Filling a database with ${size} activities …`);
  const world = await openWorld(size, port);
  try {
    await report(world, size);
  } finally {
    await world.close();
  }
}

async function report(world: World, size: number): Promise<void> {
  const measured = [];
  for (const operation of await operationsOf(world)) {
    note(`Measuring: ${operation.name} …`);
    measured.push(await measure(world, operation));
  }
  say(`\n${size.toLocaleString('en-US')} activities, one request at a time\n\n${aloneTable(measured)}`);
  say(`\n${size.toLocaleString('en-US')} activities, sixteen at once\n\n${sixteenTable(measured)}`);
}

await runMain(main);
