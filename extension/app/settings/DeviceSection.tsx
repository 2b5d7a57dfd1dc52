import { useState } from 'preact/hooks';
import { outbox } from '../../outbox/outbox.ts';
import { Button } from '../../ui/Button.tsx';
import { ClipboardCopy } from '../../ui/icons.ts';
import { copyDiagnosis } from '../copy-diagnosis.ts';
import { t } from '../i18n.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { Section } from './Section.tsx';

export function DeviceSection() {
  const [isAsking, setAsking] = useState(false);
  const { unsent } = outbox.value;
  return (
    <Section title={t('settings.device')}>
      <div class="flex items-center gap-2">
        <span class="flex-1 text-muted">
          {unsent > 0 ? t('settings.device_holds', { count: unsent }) : t('settings.device_holds_none')}
        </span>
        <Button kind="danger" class="shrink-0" onClick={() => setAsking(true)}>
          {t('settings.delete_all')}
        </Button>
      </div>
      <div class="mt-2 flex items-center gap-2">
        <span class="flex-1 text-xs text-faint">{t('settings.diagnosis_hint')}</span>
        <Button class="shrink-0" icon={ClipboardCopy} onClick={() => void copyDiagnosis()}>
          {t('settings.diagnosis')}
        </Button>
      </div>
      {isAsking && <DeleteDialog onClose={() => setAsking(false)} />}
    </Section>
  );
}
