import { useMemo } from 'preact/hooks';
import { here } from '../../app/place.ts';
import { laterWhen, readerZone } from '../../when/later-when.ts';
import type { SpokenStep } from '../../when/next-step.ts';
import { type CapturedItem, sentAtOf } from '../captured-item.ts';
import { isAhead } from '../next-step-draft.ts';

/** What the mail agrees on, counted from the day it was sent. Only what is still ahead. */
export function useFoundStep({ item, words, capturedAt }: CapturedItem): SpokenStep | undefined {
  const reader = laterWhen();
  const { today } = here();
  const sentAt = sentAtOf(item) ?? capturedAt;
  const found = useMemo(
    () =>
      item.kind === 'mail' ? reader?.findStep(words, { now: sentAt, timeZone: readerZone() }) : undefined,
    [reader, words, sentAt, item.kind],
  );
  return found && isAhead(found, today) ? found : undefined;
}
