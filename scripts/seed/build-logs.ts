import { activityTimes } from './activity-times.ts';
import { buildActivity, type Logged } from './build-activity.ts';
import { conversations } from './conversations.ts';
import { idAt } from './random.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
/** Share of mails that a second person logs as well. */
const JOINED = 0.1;

/** The logs of one activity: its first, and perhaps that of a colleague whom the same mail reached. */
export type Logs = [Logged, ...Logged[]];

/** `count` activities of the last 90 days, oldest first. */
export function* buildLogs(world: World, count: number): Generator<Logs> {
  const inConversation = conversations();
  for (const occurredAt of activityTimes(count, world.random, world.place)) {
    const first = inConversation(buildActivity(world, occurredAt));
    const second = joinedBy(world, first);
    yield second ? [first, second] : [first];
  }
}

function joinedBy(
  { random, members, place }: World,
  { by, at, input, isRestricted }: Logged,
): Logged | undefined {
  const isShared = input.type === 'email' && input.text !== undefined && input.visibility !== 'private';
  const laterAt = at + random.int(3, 180) * MINUTE;
  if (isRestricted || !isShared || laterAt > place.now || !random.chance(JOINED)) return undefined;
  const colleague = random.pick(members.filter(({ id, role }) => id !== by.id && role !== 'admin'));
  const { nextStep, ...rest } = input;
  const own = { ...rest, id: idAt(random, laterAt), visibility: 'team' as const };
  return { by: colleague, at: laterAt, input: own, isRestricted };
}
