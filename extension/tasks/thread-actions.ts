import { signal } from '@preact/signals';
import { startOfDay } from '../../shared/day.ts';
import type { Today, WaitingThread } from '../../shared/today.ts';
import { api, unwrap } from '../api/client.ts';
import { ApiFailure } from '../api/failures.ts';
import { relativeDay } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { queryClient } from '../app/queries.ts';
import { showToast } from '../app/toast.ts';
import { changeDay, wantReading } from './change-day.ts';
import { offerUndo } from './offer-undo.ts';
import type { SnoozeTo } from './snooze-times.ts';
import { withoutThread, withThread } from './today-lists.ts';
import { TODAY_KEY } from './use-today.ts';

type Change = { to: 'settled' | 'waiting' } | { to: 'snoozed'; until: number };
export type ThreadTrouble = { change: Change; error: unknown };

/** By thread key, until it is answered. */
export const threadTroubles = signal<ReadonlyMap<string, ThreadTrouble>>(new Map());

export function setThreadTrouble(key: string, trouble: ThreadTrouble | undefined): void {
  const rest = [...threadTroubles.peek()].filter(([known]) => known !== key);
  threadTroubles.value = new Map(trouble ? [...rest, [key, trouble]] : rest);
}

export function settleThread(thread: WaitingThread): void {
  const saving = changeThread(thread, { to: 'settled' });
  offerUndo({ ...undoOf(thread, saving), text: t('today.settled', { title: titleOf(thread) }) });
}

export function snoozeThread(thread: WaitingThread, { dueOn }: SnoozeTo): void {
  const place = here();
  const until = startOfDay(dueOn, place.timeZone);
  const saving = changeThread(thread, { to: 'snoozed', until });
  const text = t('today.moved', { when: relativeDay(dueOn, place), title: titleOf(thread) });
  offerUndo({ ...undoOf(thread, saving), text });
}

const undoOf = (thread: WaitingThread, saving: Promise<boolean>) => ({
  about: thread.threadKey,
  saving,
  undo: async () => {
    if (await saving) await changeThread(thread, { to: 'waiting' });
  },
});

export const titleOf = ({ subject, person }: WaitingThread): string =>
  subject ?? person ?? t('today.no_subject');

/** Gone from the list at once; back where the server refuses. Resolves to whether it was saved. */
export function changeThread(thread: WaitingThread, change: Change): Promise<boolean> {
  setThreadTrouble(thread.threadKey, undefined);
  return changeDay(() => showAndSave(thread, change));
}

async function showAndSave(thread: WaitingThread, change: Change): Promise<boolean> {
  const { threadKey, activityId } = thread;
  const [after, before] = change.to === 'waiting' ? [withThread, withoutThread] : [withoutThread, withThread];
  showAs(after, thread);
  try {
    const json = { ...change, activityId };
    await unwrap(api().api.v1.threads[':key'].$patch({ param: { key: threadKey }, json }));
    return true;
  } catch (error) {
    showAs(before, thread);
    if (error instanceof ApiFailure && error.code === 'stale_version') readAnew(thread);
    else setThreadTrouble(threadKey, { change, error });
    return false;
  }
}

/** Another message has come since: the list as it is now says which. */
function readAnew(thread: WaitingThread): void {
  showToast({
    text: t('today.thread_went_on', { title: titleOf(thread) }),
    tone: 'warn',
    about: thread.threadKey,
  });
  wantReading();
}

function showAs(place: typeof withThread, thread: WaitingThread): void {
  queryClient.setQueryData<Today>(TODAY_KEY, (today) => today && place(today, thread));
}
