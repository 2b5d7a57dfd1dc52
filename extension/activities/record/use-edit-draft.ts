import { useState } from 'preact/hooks';
import type { Activity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { session } from '../../app/session.ts';
import { useDraft } from '../use-draft.ts';
import type { OwnPart } from './own-part.ts';

export type EditDraft = {
  draft: OwnPart;
  set: (change: Partial<OwnPart>) => void;
  /** Saved, or not wanted any more. */
  forget: () => void;
};

const UNTOUCHED: Partial<OwnPart> = {};

/** One's own part with what was changed of it so far, which closing the form or the panel does not lose. */
export function useEditDraft(activity: Activity, { part, me }: { part: OwnPart; me: Me }): EditDraft {
  // An answer that arrives meanwhile takes nothing out of the form that is open.
  const [key] = useState(() => keyOf(activity, me));
  const { value, change, forget } = useDraft(key, UNTOUCHED);
  return { draft: { ...part, ...value }, set: change, forget };
}

/** What was begun on top of an older wording does not come back over a newer one. */
function keyOf({ id, contributions }: Activity, { workspace, user }: Me): string {
  const own = contributions.find(({ receiptId }) => receiptId !== undefined);
  const worded = own?.editedAt ?? own?.loggedAt;
  return ['edit', session.value?.server, workspace.id, user.id, id, worded].join(' ');
}
