import { edit, outbox } from '../../outbox/outbox.ts';
import { readActivity, saveEdit } from '../record/save-edit.ts';
import type { SavedLog } from '../saved.ts';
import type { About } from '../write/written.ts';
import { filingChange, refiled } from './filing.ts';

/**
 * A log that was just saved, filed under `to`: in the queue as long as it is not delivered, else with the server. Answers
 * the log as it stands now, which may have another id.
 */
export async function refile(saved: SavedLog, to: About): Promise<SavedLog> {
  const payload = refiled(saved.payload, to);
  const accountName = to.account?.name ?? to.lead?.name ?? to.contact?.name;
  const edited = await edit(saved.id, payload, { accountName });
  if (edited) return { ...saved, id: edited.id, payload: { ...payload, id: edited.id }, about: to };
  const recordId = deliveredAs(saved.id);
  if (!recordId) throw new NotDelivered();
  const before = await readActivity(recordId);
  await saveEdit(before, filingChange(saved.about, to));
  return { ...saved, payload, about: to };
}

const deliveredAs = (id: string): string | undefined =>
  outbox.peek().delivered.find((record) => record.id === id)?.recordId;

/** Neither here nor with the server: it was taken back meanwhile. */
class NotDelivered extends Error {
  readonly code = 'not_found';
}
