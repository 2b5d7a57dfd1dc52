import { useQueryClient } from '@tanstack/preact-query';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Activity } from '../../../shared/activity.ts';
import { errorText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
import { back } from '../../app/navigation.ts';
import { showToast } from '../../app/toast.ts';
import { undo } from '../../outbox/outbox.ts';
import { Button } from '../../ui/Button.tsx';

type Props = { activity: Activity; receiptId: string; onKeep: () => void };

/** Taking back what the team has seen cannot itself be taken back, so it is asked first, in place. */
export function WithdrawQuestion({ activity, receiptId, onKeep }: Props) {
  const keep = useRef<HTMLButtonElement>(null);
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  useLayoutEffect(() => keep.current?.focus(), []);
  const withdraw = async () => {
    try {
      await undo(receiptId, {
        title: activity.subject ?? activity.snippet ?? '',
        type: activity.type,
        ...(activity.account && { accountName: activity.account.name }),
      });
      client.removeQueries({ queryKey: ['activity', activity.id] });
      back();
      showToast({ text: t('record.withdrawn') });
    } catch (cause) {
      setError(cause);
    }
  };
  const isShared = activity.contributors > 1;
  return (
    <div class="mt-2 grid gap-2 rounded-field bg-warn-soft p-3" role="alert">
      <p>{isShared ? t('record.withdraw_shared') : t('record.withdraw_question')}</p>
      {error !== undefined && <p class="text-xs text-danger">{errorText(error)}</p>}
      <div class="flex flex-wrap gap-2">
        <Button buttonRef={keep} onClick={onKeep}>
          {t('record.cancel')}
        </Button>
        <Button kind="danger" onClick={() => void withdraw()}>
          {t('record.withdraw_yes')}
        </Button>
      </div>
    </div>
  );
}
