import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { probe } from '../../app/captured.ts';
import { writeDraft } from '../../app/drafts.ts';
import { t } from '../../app/i18n.ts';
import { subjectOf } from '../captured-item.ts';
import { toNewActivity } from '../new-activity.ts';
import { newIds, saveLog, sourceOf } from '../saved.ts';
import { draftKeyOf, type ItemState } from './use-item.ts';

export type Logging = {
  /** `whom`: several accounts fit and none is chosen. `other`: the page shows another mail than the panel. */
  phase: 'ready' | 'saving' | 'whom' | 'other';
  error: unknown;
  log: () => void;
  /** Logs what is shown although another mail is open on the page. */
  logShown: () => void;
};

export function useLogging(item: ItemState): Logging {
  const [phase, setPhase] = useState<Logging['phase']>('ready');
  const [error, setError] = useState<unknown>();
  const isBusy = useRef(false);
  const client = useQueryClient();
  const run = async ({ isConfirmed }: { isConfirmed: boolean }) => {
    if (isBusy.current || !item.isSettled) return;
    if (item.isAccountOpen) return setPhase('whom');
    isBusy.current = true;
    setError(undefined);
    setPhase('saving');
    try {
      if (!isConfirmed && (await probe()) === 'other') return setPhase('other');
      await save(item);
      // Whoever opens this mail again should read that it is logged.
      void client.invalidateQueries({ queryKey: ['context'], refetchType: 'none' });
    } catch (cause) {
      setError(cause);
      setPhase('ready');
    } finally {
      isBusy.current = false;
    }
  };
  return {
    phase: phase === 'whom' && !item.isAccountOpen ? 'ready' : phase,
    error,
    log: () => void run({ isConfirmed: false }),
    logShown: () => void run({ isConfirmed: true }),
  };
}

async function save({ captured, choices, edits, session, opportunities, forget }: ItemState): Promise<void> {
  const key = draftKeyOf(captured.item, session);
  const opportunity = opportunities.find(({ id }) => id === choices.opportunity?.id);
  await saveLog({
    source: sourceOf(captured.capturedAt),
    title: subjectOf(captured.item) ?? t('now.no_subject'),
    about: { account: choices.account, lead: choices.lead, opportunity: opportunity ?? choices.opportunity },
    payload: toNewActivity(captured, choices, newIds()),
    reopen: () => writeDraft(key, edits),
  });
  forget();
}
