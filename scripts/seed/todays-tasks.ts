import { audienceOf } from '../../shared/access.ts';
import { addDays, startOfDay } from '../../shared/day.ts';
import { nextWorkingDay } from '../../shared/today.ts';
import type { task } from '../../worker/db/shard/schema.ts';
import { dayAt } from './activity-rows.ts';
import type { Language } from './names.ts';
import { idAt, type Random, randomOf } from './random.ts';
import { type Customer, DAY_MS, type Member, type World } from './world.ts';

type TaskRow = typeof task.$inferInsert;
type Plan = {
  kind: TaskRow['kind'];
  title: Record<Language, string>;
  inDays: number;
  hour?: number;
  isDone?: true;
};

const HOUR = 3_600_000;

/** What stands in everybody's day, so that whoever tries it sees one. `next` is the next working day. */
const DAY: readonly Plan[] = [
  {
    kind: 'email',
    title: { zh: '给{account}交技术方案', en: 'Send {account} the technical proposal' },
    inDays: -1,
  },
  { kind: 'other', title: { zh: '寄{account}样机', en: 'Ship the sample unit to {account}' }, inDays: -3 },
  {
    kind: 'call',
    title: { zh: '电话：{account}，问试标结果', en: 'Call {account} about the trial run' },
    inDays: 0,
    hour: 11,
  },
  {
    kind: 'email',
    title: { zh: '发{account}网络安全说明', en: 'Send {account} the security note' },
    inDays: 0,
    hour: 18,
  },
  {
    kind: 'call',
    title: { zh: '回访{account}使用情况', en: 'Ask {account} how it is going' },
    inDays: 0,
    isDone: true,
  },
  { kind: 'visit', title: { zh: '拜访{account}', en: 'Visit {account}' }, inDays: 1 },
  { kind: 'email', title: { zh: '给{account}发报价', en: 'Quote to {account}' }, inDays: 1 },
];

/** For each person with customers. A stream of its own: nothing else changes by it. */
export function todaysTasks({ place, members, customers }: World): TaskRow[] {
  const random = randomOf(place.wsId * 31 + 5);
  return members.flatMap((member) => {
    const own = customers.filter(({ owner }) => owner.id === member.id);
    return own.length > 0 ? DAY.map((plan) => taskOf({ place, random }, { member, plan, own })) : [];
  });
}

type Filed = { member: Member; plan: Plan; own: readonly Customer[] };

function taskOf(
  { place, random }: Pick<World, 'place'> & { random: Random },
  { member, plan, own }: Filed,
): TaskRow {
  const { account, language, opportunities } = random.pick(own);
  const { wsId, now, timeZone } = place;
  const { kind, title, inDays, hour, isDone } = plan;
  const today = dayAt(place, now);
  const createdAt = now - random.int(4, 9) * DAY_MS;
  const dueOn = inDays > 0 ? nextWorkingDay(today) : addDays(today, inDays);
  const open = opportunities.find(({ row }) => row.status === 'open' && row.visibility === 'org')?.row;
  return {
    ...{ wsId, id: idAt(random, createdAt), kind, dueOn },
    title: title[language].replace('{account}', account.name),
    dueAt: hour === undefined ? null : startOfDay(dueOn, timeZone) + hour * HOUR,
    ...{ accountId: account.id, opportunityId: open?.id ?? null, assigneeId: member.id },
    audience: audienceOf({ ownerId: member.id, teamId: member.teamId, visibility: account.visibility }),
    ...{ createdBy: member.id, createdAt, status: 'todo' },
    ...(isDone && { status: 'done', doneAt: Math.max(now - HOUR, startOfDay(today, timeZone)), version: 2 }),
  };
}
