import { uuidv7 } from 'uuidv7';
import type { Call, Client, Cost } from './client.ts';
import type { Operation } from './operations.ts';
import { atOnce, inTurn, type Load, type Times } from './times.ts';
import type { World } from './world.ts';

export type Measured = {
  name: string;
  aim: number;
  /** How many requests it takes. */
  calls: number;
  cost: Cost;
  /** One request at a time. `empty`: a route that does nothing, which is the runner's own share. */
  alone: Record<'empty' | 'floor' | 'operation', Times>;
  sixteen: Record<'floor' | 'operation', Load>;
};

const WARM_UP = 20;
const ROUNDS = 120;
const LOAD = { blocks: 3, perBlock: 160, lanes: 16 };

export async function measure(world: World, operation: Operation): Promise<Measured> {
  const client = world[operation.as];
  const costs = await costsOf(client, operation);
  const works = {
    empty: () => client.call({ method: 'GET', path: '/empty' }),
    floor: () => inOrder(client, floorOf(world, costs)),
    operation: (i: number) => inOrder(client, operation.calls(i)),
  };
  await inTurn(works, WARM_UP);
  const alone = await inTurn(works, ROUNDS);
  const { floor, operation: full } = works;
  const sixteen = await atOnce({ floor, operation: full }, LOAD);
  const { name, aim } = operation;
  return { name, aim, calls: costs.length, cost: sumOf(costs), alone, sixteen };
}

/** What each call of the operation costs, by the worker's own line about it; the second time, when nothing is new. */
async function costsOf(client: Client, operation: Operation): Promise<Cost[]> {
  await inOrder(client, operation.calls(1_000_001));
  const costs = await inOrder(client, operation.calls(1_000_002));
  return costs.flatMap(({ cost }) => cost ?? []);
}

async function inOrder(client: Client, calls: readonly Call[]) {
  const answers = [];
  for (const call of calls) answers.push(await client.call(call));
  return answers;
}

/** As many round trips one after the other as the operation makes, the last of them a write where it writes. */
function floorOf({ session }: World, costs: readonly Cost[]): Call[] {
  return costs.map(({ trips, rowsWritten }) => {
    const writes = rowsWritten > 0;
    const reads = trips - 1 - Number(writes);
    const body = { ...session, reads, ...(writes && { insert: uuidv7() }) };
    return { method: 'POST', path: '/floor', body };
  });
}

const sumOf = (costs: readonly Cost[]): Cost =>
  costs.reduce((sum, { trips, rowsRead, rowsWritten }) => ({
    trips: sum.trips + trips,
    rowsRead: sum.rowsRead + rowsRead,
    rowsWritten: sum.rowsWritten + rowsWritten,
  }));
