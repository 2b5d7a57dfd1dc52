import { useRef } from 'preact/hooks';
import { outbox, retry, wipeDevice } from '../../outbox/outbox.ts';
import { RecordIcon, titleOf } from '../../outbox/QueueRow.tsx';
import type { OutboxRecord } from '../../outbox/record.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { t } from '../i18n.ts';
import { forgetPerson } from '../last-person.ts';
import { go } from '../navigation.ts';
import { useAttempt } from '../use-attempt.tsx';

const LISTED = 5;

/** The one destructive question: what would be lost is listed by name, and the way to save it comes first. */
export function DeleteDialog({ onClose }: { onClose: () => void }) {
  const first = useRef<HTMLButtonElement>(null);
  const { waiting, sending, rejected, others } = outbox.value;
  const unsent = [...waiting, ...sending, ...rejected, ...others];
  const count = unsent.length;
  const { attempt, isBusy, failure } = useAttempt();
  const wipe = () =>
    attempt(() => {
      forgetPerson();
      return wipeDevice();
    });
  return (
    <Dialog
      alert
      title={t('settings.delete.title')}
      onClose={onClose}
      initialFocus={first}
      actions={<Answers {...{ count, first, isBusy, wipe, onClose }} />}
    >
      <p class="mt-1">{count > 0 ? t('settings.delete.unsent', { count }) : t('settings.delete.none')}</p>
      {count > 0 && <Losses records={unsent} />}
      <p class="mt-2 text-xs text-muted">{t('settings.delete.text')}</p>
      {failure}
    </Dialog>
  );
}

function Losses({ records }: { records: readonly OutboxRecord[] }) {
  const rest = records.length - LISTED;
  return (
    <ul class="mt-2 grid gap-1 text-muted">
      {records.slice(0, LISTED).map((record) => (
        <li key={record.id} class="flex gap-2">
          <RecordIcon record={record} />
          <span class="truncate">{titleOf(record)}</span>
        </li>
      ))}
      {rest > 0 && <li class="pl-6 text-xs">{t('settings.delete.more', { count: rest })}</li>}
    </ul>
  );
}

type AnswersProps = {
  count: number;
  first: preact.RefObject<HTMLButtonElement>;
  isBusy: boolean;
  wipe: () => void;
  onClose: () => void;
};

function Answers({ count, first, isBusy, wipe, onClose }: AnswersProps) {
  const sendFirst = () => {
    onClose();
    void retry();
    go({ name: 'queue' });
  };
  return (
    <>
      {count > 0 && (
        <Button kind="primary" buttonRef={first} onClick={sendFirst}>
          {t('settings.delete.send_first')}
        </Button>
      )}
      <Button {...(count === 0 && { buttonRef: first })} onClick={onClose}>
        {t('ui.cancel')}
      </Button>
      <Button kind="danger" class="ml-auto" busy={isBusy} onClick={wipe}>
        {count > 0 ? t('settings.delete.confirm', { count }) : t('settings.delete.confirm_none')}
      </Button>
    </>
  );
}
