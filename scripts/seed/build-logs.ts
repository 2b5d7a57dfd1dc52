import { buildActivity, type Logged } from './build-activity.ts';
import { idAt } from './random.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
/** Share of mails that a second person logs as well. */
const JOINED = 0.1;

/** One activity: its first log, and perhaps a second by a colleague whom the same mail reached. */
export function buildLogs(world: World, occurredAt: number): [Logged, ...Logged[]] {
  const first = buildActivity(world, occurredAt);
  const second = joinedBy(world, first);
  return second ? [first, second] : [first];
}

function joinedBy({ random, members, place }: World, { by, at, input }: Logged): Logged | undefined {
  const isShared = input.type === 'email' && input.text !== undefined && input.visibility !== 'private';
  const laterAt = at + random.int(3, 180) * MINUTE;
  if (!isShared || laterAt > place.now || !random.chance(JOINED)) return undefined;
  const colleague = random.pick(members.filter(({ id, role }) => id !== by.id && role !== 'admin'));
  const { nextStep, ...rest } = input;
  return { by: colleague, at: laterAt, input: { ...rest, id: idAt(random, laterAt), visibility: 'team' } };
}
