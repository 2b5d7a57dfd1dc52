import { session } from '../../app/session.ts';
import { edit, outbox } from '../../outbox/outbox.ts';
import { readActivity, saveEdit } from '../record/save-edit.ts';
import type { SavedLog } from '../saved.ts';
import type { About } from '../write/written.ts';
import { filedUnder, filingChange, refiled } from './filing.ts';

/** A log that was moved, and where it was before: with what is added in one log the server may use another record. */
export type Refiled = { now: SavedLog; from: About };

/**
 * Files a log that was just saved under `to`: in the queue as long as it is not delivered, which may give it another id,
 * else with the server.
 */
export async function refile(saved: SavedLog, to: About): Promise<Refiled> {
  const payload = refiled(saved.payload, to);
  const accountName = to.account?.name ?? to.lead?.name ?? to.contact?.name;
  const edited = await edit(saved.id, payload, { accountName });
  if (edited) {
    return {
      now: { ...saved, id: edited.id, payload: { ...payload, id: edited.id }, about: to },
      from: saved.about,
    };
  }
  const recordId = deliveredAs(saved.id);
  const userId = session.peek()?.me.user.id;
  if (!recordId || userId === undefined) throw new NotDelivered();
  const before = await readActivity(recordId);
  const from = filedUnder(before, userId);
  await saveEdit(before, filingChange(from, to));
  return { now: { ...saved, payload, about: to }, from };
}

const deliveredAs = (id: string): string | undefined =>
  outbox.peek().delivered.find((record) => record.id === id)?.recordId;

/** Neither here nor with the server: it was taken back meanwhile. */
class NotDelivered extends Error {
  readonly code = 'not_found';
}
