import { createHash } from 'node:crypto';
import { idAt, type Random, randomOf } from '../../../scripts/seed/random.ts';
import type { ActivityType, NewActivity } from '../../../shared/activity.ts';

/** What is to become of an activity: kept, a part in what a colleague logged, or taken back. */
type End = 'created' | 'joined' | 'undone';
export type Planned = {
  payload: NewActivity;
  end: End;
  /** A word that no other activity has. */
  word: string;
  /** Of one that is taken back: while its answer is still awaited, or when the wait is over. */
  isUndoneInFlight: boolean;
};
export type Plan = { colleague: Planned[]; own: Planned[] };

const COUNTS = { created: 850, joined: 100, undone: 50 } as const;
const TYPES: readonly ActivityType[] = ['call', 'email', 'meeting', 'visit', 'demo', 'note', 'message'];
const DAY_MS = 86_400_000;
/** Two months at least, so that more than one row of each rollup is at stake. */
const DAYS = 50;

/** The same for a seed, the day apart. `accounts` are ids of what the person may log to. */
export function planOf(seed: number, accounts: readonly string[]): Plan {
  const random = randomOf(seed);
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const make = (end: End, index: number): Planned => {
    const word = `${end}${String(index).padStart(4, '0')}`;
    const payload = payloadOf(random, { word, at: today - random.int(1, DAYS) * DAY_MS, accounts });
    return { payload, end, word, isUndoneInFlight: index % 2 === 0 };
  };
  const many = (count: number, one: (index: number) => Planned) =>
    Array.from({ length: count }, (_, i) => one(i));
  const own = [
    ...many(COUNTS.created, (index) => make('created', index)),
    ...many(COUNTS.joined, (index) => asMail(make('joined', index), `${seed} ${index}`)),
    ...many(COUNTS.undone, (index) => make('undone', index)),
  ];
  return {
    colleague: many(COUNTS.joined, (index) =>
      asMail(make('created', COUNTS.created + index), `${seed} ${index}`),
    ),
    own: shuffled(random, own),
  };
}

function asMail(planned: Planned, mail: string): Planned {
  const messageKey = `m:${createHash('sha256').update(mail).digest('hex')}`;
  return { ...planned, payload: { ...planned.payload, type: 'email', messageKey } };
}

type About = { word: string; at: number; accounts: readonly string[] };

function payloadOf(random: Random, { word, at, accounts }: About): NewActivity {
  return {
    id: idAt(random, at),
    type: random.pick(TYPES),
    direction: random.pick(['inbound', 'outbound'] as const),
    occurredAt: at + random.int(0, DAY_MS - 1),
    visibility: random.pick(['private', 'team', 'org'] as const),
    subject: `About ${word}`,
    summary: `What was said on ${word} 报价`,
    parties: [{ role: 'to', email: `${word}@customer.example`, name: word }],
    ...(random.chance(0.4) && {
      text: `${word}${'\nTerms, delivery and the pump.'.repeat(random.int(1, 60))}`,
    }),
    ...(random.chance(0.5) && accounts.length > 0 && { accountId: random.pick(accounts) }),
    ...(random.chance(0.2) && { nextStep: nextStep(random, word) }),
  };
}

const nextStep = (random: Random, word: string) => ({
  taskId: idAt(random, Date.now()),
  kind: 'call' as const,
  text: `Call about ${word}`,
  dueOn: new Date(Date.now() + random.int(1, 20) * DAY_MS).toISOString().slice(0, 10),
});

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
