import { signal } from '@preact/signals';
import { uuidv7 } from 'uuidv7';
import type { Level } from '../../shared/access.ts';
import type { NewActivity } from '../../shared/activity.ts';
import { errorText } from '../app/error-text.ts';
import { t } from '../app/i18n.ts';
import { session } from '../app/session.ts';
import { showToast } from '../app/toast.ts';
import { showUndo } from '../app/undo-toast.ts';
import { enqueueActivity, undo } from '../outbox/outbox.ts';
import type { NewIds, RecordIds } from './new-activity.ts';
import { rememberAbout } from './recent-abouts.ts';
import type { About } from './write/written.ts';

/** What a capture is called as the source of this person's log. */
export const sourceOf = (capturedAt: number): string => mine(`capture ${capturedAt}`);

/** A log that is safe on this device, as the panel shows it right after. */
export type SavedLog = {
  /** What it was made from: the moment of a capture, or a form that was filled in. */
  source: string;
  id: string;
  title: string;
  about: About;
  payload: NewActivity;
  /** Puts back what was chosen, should it be undone. */
  reopen: () => Promise<void>;
};

/** The last one saved, until something else is read or written. */
export const savedLog = signal<SavedLog | undefined>(undefined);

/**
 * Messages whose log was taken back here, and records that had been added with it: the server may not have heard of it
 * yet and still know them.
 */
const takenBack = signal<ReadonlySet<string>>(new Set());

/** `key`: a message's, or a record's id. */
export const isTakenBack = (key: string): boolean => takenBack.value.has(mine(key));

/** Someone else may sign in while the panel is open. */
function mine(key: string): string {
  const current = session.peek();
  return [current?.server, current?.me.workspace.id, current?.me.user.id, key].join(' ');
}

export const newIds = (): NewIds & RecordIds => ({
  id: uuidv7(),
  taskId: uuidv7(),
  accountId: uuidv7(),
  contactId: uuidv7(),
  leadId: uuidv7(),
});

/** Puts a log into the queue. Resolves to its id there when it is on the disk; only then is it called saved. */
export async function queueLog({
  payload,
  title,
  about,
}: Pick<SavedLog, 'payload' | 'title' | 'about'>): Promise<string> {
  const accountName = queueName(about);
  const level: Level = payload.level ?? 'full';
  const record = await enqueueActivity(payload, {
    title,
    type: payload.type,
    level,
    ...(accountName && { accountName }),
  });
  markTakenBack(payload, false);
  return record.id;
}

/** Whose log it is, as the queue says it. */
export const queueName = ({ account, lead, contact }: About): string | undefined =>
  account?.name ?? lead?.name ?? contact?.name;

/** Takes out of the queue, or back from the server, what `queueLog` put there. */
export async function takeBack({ id, payload }: Pick<SavedLog, 'id' | 'payload'>): Promise<void> {
  await undo(id);
  markTakenBack(payload, true);
}

export async function saveLog(log: Omit<SavedLog, 'id'>): Promise<void> {
  const { payload, about } = log;
  const saved: SavedLog = { ...log, id: await queueLog(log) };
  savedLog.value = saved;
  // Under its new id a record may come to nothing: the server uses one that is there already, or the log is undone.
  if (!payload.create) void rememberAbout(about).catch(() => undefined);
  const name = queueName(about);
  showUndo({
    text: name ? t('now.toast_to', { name }) : t('now.toast'),
    undo: () => undoLog(saved).catch(sayWhy),
  });
}

const sayWhy = (error: unknown): void => showToast({ tone: 'warn', text: errorText(error) });

/** Takes a log back and shows again what it was made from. */
export async function undoLog(saved: SavedLog): Promise<void> {
  await takeBack(saved);
  await saved.reopen();
  if (savedLog.peek()?.id === saved.id) savedLog.value = undefined;
  showToast({ text: t('now.undone') });
}

function markTakenBack({ messageKey, create }: NewActivity, isBack: boolean): void {
  const ids = Object.values(create ?? {}).map(({ id }) => id);
  const keys = new Set([...(messageKey ? [messageKey] : []), ...ids].map(mine));
  const others = [...takenBack.peek()].filter((other) => !keys.has(other));
  takenBack.value = new Set(isBack ? [...others, ...keys] : others);
}
