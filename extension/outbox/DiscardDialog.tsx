import { useRef } from 'preact/hooks';
import { t } from '../app/i18n.ts';
import { useAttempt } from '../app/use-attempt.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { discard } from './outbox.ts';
import { titleOf } from './QueueRow.tsx';
import type { OutboxRecord } from './record.ts';

export function DiscardDialog({ record, onClose }: { record: OutboxRecord; onClose: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  const { attempt, failure } = useAttempt();
  return (
    <Dialog
      alert
      title={t('queue.discard_title')}
      onClose={onClose}
      initialFocus={keep}
      actions={
        <>
          <Button buttonRef={keep} onClick={onClose}>
            {t('queue.keep')}
          </Button>
          <Button kind="danger" class="ml-auto" onClick={() => attempt(() => discard(record.id))}>
            {t('queue.discard_yes')}
          </Button>
        </>
      }
    >
      <p class="mt-1">{t('queue.discard_text', { title: titleOf(record) })}</p>
      {failure}
    </Dialog>
  );
}
