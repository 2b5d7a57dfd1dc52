import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import type { Me } from '../../shared/session.ts';
import { subjectOf } from '../activities/captured-item.ts';
import { toNewActivity } from '../activities/new-activity.ts';
import { newIds, queueLog, type SavedLog, takeBack } from '../activities/saved.ts';
import { errorText } from '../app/error-text.ts';
import { t } from '../app/i18n.ts';
import { showToast } from '../app/toast.ts';
import { showUndo } from '../app/undo-toast.ts';
import { choicesFor, type ForAll, inOrder, isTaken, type Line } from './lines.ts';

export type Saving = {
  /** How many of how many are on this device; undefined while nothing is being saved. */
  progress?: { done: number; of: number };
  error: unknown;
  saveAll: () => void;
};

type Batch = {
  lines: readonly Line[];
  me: Me;
  forAll: ForAll;
  change: (key: string, part: Partial<Line>) => void;
};

/** Saves every message that is taken. What is saved stays saved when a later one fails. */
export function useSaveAll(batch: Batch): Saving {
  const [progress, setProgress] = useState<Saving['progress']>();
  const [error, setError] = useState<unknown>();
  const isBusy = useRef(false);
  const client = useQueryClient();
  const run = async () => {
    const taken = inOrder(batch.lines.filter(isTaken));
    if (isBusy.current || taken.length === 0) return;
    isBusy.current = true;
    setError(undefined);
    const saved: Saved[] = [];
    try {
      for (const line of taken) {
        setProgress({ done: saved.length, of: taken.length });
        const log = await saveLine(line, batch);
        saved.push(log);
        batch.change(log.key, { state: 'saved' });
      }
    } catch (cause) {
      setError(cause);
    } finally {
      isBusy.current = false;
      setProgress(undefined);
      if (saved.length > 0) offerUndo(saved, batch);
      void client.invalidateQueries({ queryKey: ['context'], refetchType: 'none' });
    }
  };
  return { ...(progress && { progress }), error, saveAll: () => void run() };
}

type Saved = Pick<SavedLog, 'id' | 'payload'> & { key: string };

async function saveLine(line: Line, { me, forAll }: Batch): Promise<Saved> {
  const choices = choicesFor(line, { me, forAll });
  if (!line.captured || !choices) throw new Error('A message that was not read cannot be logged.');
  const payload = toNewActivity(line.captured, choices, newIds());
  const title = subjectOf(line.captured.item) ?? t('now.no_subject');
  const { account, lead } = choices;
  const id = await queueLog({
    payload,
    title,
    about: { ...(account && { account }), ...(lead && { lead }) },
  });
  return { key: line.listed.pageKey, id, payload };
}

function offerUndo(saved: readonly Saved[], { change }: Batch): void {
  const takeAllBack = async () => {
    for (const log of saved) {
      await takeBack(log);
      change(log.key, { state: 'read' });
    }
    showToast({ text: t('catch_up.undone', { count: saved.length }) });
  };
  showUndo({
    text: t('catch_up.toast', { count: saved.length }),
    undo: () => takeAllBack().catch((error) => showToast({ tone: 'warn', text: errorText(error) })),
  });
}
