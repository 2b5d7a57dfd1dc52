import { useEffect, useState } from 'preact/hooks';
import type { Opportunity, OpportunityChange } from '../../shared/opportunity.ts';
import { ApiFailure } from '../api/failures.ts';
import { readOpportunity, saveChange } from './save-change.ts';

export type ChangeState =
  | { state: 'idle' }
  | { state: 'saving'; change: OpportunityChange }
  | { state: 'failed'; change: OpportunityChange; error: unknown }
  /** Someone else saved meanwhile: `theirs` is what holds now. */
  | { state: 'conflict'; change: OpportunityChange; theirs: Opportunity }
  | { state: 'closed'; theirs: Opportunity };

export type Changing = {
  /** As last heard from the server. */
  current: Opportunity;
  status: ChangeState;
  /** Resolves to what the server now holds, undefined when it was not saved. */
  save: (change: OpportunityChange, onto?: Opportunity) => Promise<Opportunity | undefined>;
  /** Takes over what someone else saved. */
  accept: (theirs: Opportunity) => void;
  reset: () => void;
};

/** Edits are online: nothing is shown as saved before the server says so, and a refusal stays until it is answered. */
export function useChange(opportunity: Opportunity, onChanged?: (changed: Opportunity) => void): Changing {
  const [current, setCurrent] = useState(opportunity);
  const [status, setStatus] = useState<ChangeState>({ state: 'idle' });
  useEffect(() => {
    setCurrent((known) =>
      known.id === opportunity.id && known.version > opportunity.version ? known : opportunity,
    );
  }, [opportunity]);
  const accept = (changed: Opportunity) => {
    setCurrent(changed);
    setStatus({ state: 'idle' });
    onChanged?.(changed);
  };
  const save = async (change: OpportunityChange, onto = current) => {
    setStatus({ state: 'saving', change });
    try {
      const saved = await saveChange(onto, change);
      accept(saved);
      return saved;
    } catch (error) {
      setStatus(await failureOf(onto.id, change, error));
      return undefined;
    }
  };
  return { current, status, save, accept, reset: () => setStatus({ state: 'idle' }) };
}

const OUTRUN = ['stale_version', 'opportunity_closed'];

async function failureOf(id: string, change: OpportunityChange, error: unknown): Promise<ChangeState> {
  if (!(error instanceof ApiFailure) || !OUTRUN.includes(error.code))
    return { state: 'failed', change, error };
  try {
    const theirs = await readOpportunity(id);
    return theirs.status === 'open' ? { state: 'conflict', change, theirs } : { state: 'closed', theirs };
  } catch (cause) {
    return { state: 'failed', change, error: cause };
  }
}
