import { uuidv7 } from 'uuidv7';
import type { NewActivity } from '../../../shared/activity.ts';
import type { ThreadChange, Today } from '../../../shared/today.ts';
import { log } from '../activities/logs.ts';
import { bodyOf, type Person } from '../setup/tenants.ts';

const DAY = 86_400_000;
let threads = 0;
export const newThreadKey = (): string => (++threads).toString(16).padStart(64, '0');

const THEM = { name: 'Li Wei', email: 'li@x.example' };
const US = { name: 'Ann', email: 'ann@ours.example' };

type Mail = Partial<NewActivity> & { threadKey: string; direction: 'inbound' | 'outbound'; daysAgo: number };

/** Logs a mail of a conversation: from them, or to them. */
export function mailOf(person: Person, { threadKey, direction, daysAgo, ...extra }: Mail) {
  const [from, to] = direction === 'inbound' ? [THEM, US] : [US, THEM];
  return log(person, {
    id: uuidv7(),
    threadKey,
    direction,
    occurredAt: Math.round(Date.now() - daysAgo * DAY),
    parties: [
      { role: 'from', ...from },
      { role: 'to', ...to },
    ],
    ...extra,
  });
}

export const todayOf = ({ client }: Person): Promise<Today> => bodyOf<Today>(client.api.v1.today.$get());

/** Of this conversation: whose last message waits for an answer. */
export async function waitingOf(person: Person, threadKey: string) {
  const { waiting } = await todayOf(person);
  return waiting.find((thread) => thread.threadKey === threadKey);
}

export const patchThread = ({ client }: Person, key: string, json: ThreadChange) =>
  client.api.v1.threads[':key'].$patch({ param: { key }, json });
