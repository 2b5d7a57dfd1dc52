import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import type { NewActivity } from '../../../shared/activity.ts';
import { probe } from '../../app/captured.ts';
import { writeDraft } from '../../app/drafts.ts';
import { t } from '../../app/i18n.ts';
import { subjectOf } from '../captured-item.ts';
import type { Named } from '../choices.ts';
import { toNewActivity } from '../new-activity.ts';
import { newIds, saveLog, sourceOf } from '../saved.ts';
import type { About } from '../write/written.ts';
import { problemsOf } from './sender/sender.ts';
import { draftKeyOf, type ItemState } from './use-item.ts';

export type Logging = {
  /**
   * `whom`: several accounts fit and none is chosen. `sender`: whoever is to be added lacks something. `other`: the page
   * shows another mail than the panel.
   */
  phase: 'ready' | 'saving' | 'whom' | 'sender' | 'other';
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
    if (isWhomOpen(item)) return setPhase('whom');
    if (isSenderLacking(item)) return setPhase('sender');
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
    phase: isAnswered(phase, item) ? 'ready' : phase,
    error,
    log: () => void run({ isConfirmed: false }),
    logShown: () => void run({ isConfirmed: true }),
  };
}

/** A lead belongs to none of the accounts that fit. */
const isWhomOpen = ({ isAccountOpen, choices, edits }: ItemState): boolean =>
  isAccountOpen && !choices.added?.lead && !edits.lead;

const isSenderLacking = ({ choices: { sender } }: ItemState): boolean =>
  sender !== undefined && problemsOf(sender).size > 0;

const isAnswered = (phase: Logging['phase'], item: ItemState): boolean =>
  (phase === 'whom' && !isWhomOpen(item)) || (phase === 'sender' && !isSenderLacking(item));

async function save(item: ItemState): Promise<void> {
  const { captured, choices, edits, session, match, usualLevel } = item;
  const key = draftKeyOf(captured.item, session);
  const payload = toNewActivity(captured, choices, newIds());
  await saveLog({
    source: sourceOf(captured.capturedAt),
    title: payload.subject ?? subjectOf(captured.item) ?? t('now.no_subject'),
    about: aboutOf(item, payload),
    payload,
    reopen: () => writeDraft(key, edits),
  });
  item.forget();
  // A full disk must not make a saved log look unsaved.
  if (edits.level) await usualLevel.remember(edits.level, match.context?.domain).catch(() => undefined);
}

/** The records that it was logged to, those added with it under the ids they were given. */
function aboutOf({ choices, opportunities }: ItemState, { create }: NewActivity): About {
  const { account = create?.account, lead = create?.lead } = choices;
  const chosen = opportunities.find(({ id }) => id === choices.opportunity?.id);
  const opportunity = chosen ?? choices.opportunity;
  return {
    ...(account && { account: named(account) }),
    ...(lead && { lead: named(lead) }),
    ...(create?.contact && { contact: named(create.contact) }),
    ...(opportunity && { opportunity }),
  };
}

const named = ({ id, name }: Named): Named => ({ id, name });
