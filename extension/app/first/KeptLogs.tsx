import { outbox } from '../../outbox/outbox.ts';
import { HardDrive } from '../../ui/icons.ts';
import { Ribbon } from '../../ui/Notice.tsx';
import { t } from '../i18n.ts';

/** Nothing is lost while nobody is signed in, and it is said. */
export function KeptLogs() {
  const { unsent } = outbox.value;
  if (unsent === 0) return null;
  return (
    <div class="pt-4">
      <Ribbon kind="quiet" icon={HardDrive}>
        {t('first.kept', { count: unsent })}
      </Ribbon>
    </div>
  );
}
