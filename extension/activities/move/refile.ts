import type { NewActivity } from '../../../shared/activity.ts';
import { session } from '../../app/session.ts';
import { edit, outbox } from '../../outbox/outbox.ts';
import { readActivity, saveEdit } from '../record/save-edit.ts';
import { queueName, type SavedLog } from '../saved.ts';
import type { About } from '../write/written.ts';
import { filedUnder, filingChange, namedBy, refiled } from './filing.ts';

/** A log that was moved, and the way back. */
export type Refiled = { now: SavedLog; moveBack: () => Promise<SavedLog> };

/** Files a log that was just saved under `to`: in the queue as long as it is not delivered, else with the server. */
export async function refile(saved: SavedLog, to: About): Promise<Refiled> {
  const payload = refiled(saved.payload, to);
  const queued = await requeue(saved, { payload, about: to });
  if (queued) return { now: queued, moveBack: () => restore(queued, saved) };
  const from = await refileDelivered(saved.id, to);
  return {
    now: { ...saved, payload, about: to },
    moveBack: async () => {
      await refileDelivered(saved.id, from);
      return saved;
    },
  };
}

type Version = Pick<SavedLog, 'payload' | 'about'>;

/** The next version of a log in the queue, which may give it and what is added with it other ids. */
async function requeue(
  saved: SavedLog,
  { payload, about }: Version,
  evenDelivered = false,
): Promise<SavedLog | undefined> {
  const accountName = queueName(about);
  const label = accountName ? { accountName } : {};
  const edited = await edit(saved.id, payload, { label, evenDelivered });
  if (!edited) return undefined;
  const sent = JSON.parse(edited.payload) as NewActivity;
  return { ...saved, id: edited.id, payload: sent, about: namedBy(sent, about) };
}

/** What was to be added and was not is only in the payload, so one that is delivered by now is logged anew with it. */
async function restore(moved: SavedLog, before: SavedLog): Promise<SavedLog> {
  const queued = await requeue(moved, before, before.payload.create !== undefined);
  if (queued) return queued;
  const { contactId } = before.payload;
  const contact = contactId ? { contact: { id: contactId, name: '' } } : {};
  await refileDelivered(moved.id, { ...before.about, ...contact });
  return { ...before, id: moved.id };
}

/** Where it was before. */
async function refileDelivered(id: string, to: About): Promise<About> {
  const recordId = deliveredAs(id);
  const userId = session.peek()?.me.user.id;
  if (!recordId || userId === undefined) throw new NotDelivered();
  const before = await readActivity(recordId);
  const from = filedUnder(before, userId);
  await saveEdit(before, filingChange(from, to));
  return from;
}

const deliveredAs = (id: string): string | undefined =>
  outbox.peek().delivered.find((record) => record.id === id)?.recordId;

/** Neither here nor with the server: it was taken back meanwhile. */
class NotDelivered extends Error {
  readonly code = 'not_found';
}
