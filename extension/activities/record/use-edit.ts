import { useState } from 'preact/hooks';
import type { Activity, EditActivity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { ApiFailure } from '../../api/failures.ts';
import { type OwnPart, ownPart } from './own-part.ts';
import { keep, readActivity, saveEdit } from './save-edit.ts';

export type EditState =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'failed'; change: EditActivity; error: unknown }
  /** One has changed the same elsewhere: `theirs` is what holds now. */
  | { state: 'conflict'; change: EditActivity; theirs: Activity };

export type Editing = {
  status: EditState;
  /** Resolves to what the server now holds, undefined when it was not saved. */
  save: (change: EditActivity, onto?: Activity) => Promise<Activity | undefined>;
  /** Takes over what holds now. */
  accept: (theirs: Activity) => void;
};

/** Edits are online: nothing is shown as saved before the server says so, and a refusal stays until it is answered. */
export function useEdit(activity: Activity, me: Me): Editing {
  const [status, setStatus] = useState<EditState>({ state: 'idle' });
  const save = async (change: EditActivity, onto = activity) => {
    setStatus({ state: 'saving' });
    try {
      const saved = await saveOnto(onto, change, me);
      setStatus({ state: 'idle' });
      return saved;
    } catch (error) {
      setStatus(
        error instanceof Overtaken
          ? { state: 'conflict', change, theirs: error.theirs }
          : { state: 'failed', change, error },
      );
      return undefined;
    }
  };
  const accept = (theirs: Activity) => {
    keep(theirs);
    setStatus({ state: 'idle' });
  };
  return { status, save, accept };
}

class Overtaken extends Error {
  readonly theirs: Activity;

  constructor(theirs: Activity) {
    super('stale_version');
    this.theirs = theirs;
  }
}

/**
 * A colleague who logs the same message makes the version newer without touching this part. Only where what is changed
 * here was changed elsewhere too is it a question.
 */
async function saveOnto(before: Activity, change: EditActivity, me: Me): Promise<Activity> {
  try {
    return await saveEdit(before, change);
  } catch (error) {
    if (!(error instanceof ApiFailure && error.code === 'stale_version')) throw error;
    const fresh = await readActivity(before.id);
    if (!isUntouched(change, ownPart(before, me), ownPart(fresh, me))) throw new Overtaken(fresh);
    return await saveEdit(fresh, change);
  }
}

function isUntouched(change: EditActivity, before: OwnPart | undefined, now: OwnPart | undefined): boolean {
  const fields = Object.keys(change) as (keyof OwnPart)[];
  return fields.every((field) => before?.[field] === now?.[field]);
}
