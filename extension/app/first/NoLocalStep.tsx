import { Button } from '../../ui/Button.tsx';
import { t } from '../i18n.ts';
import { hostOf } from '../server-state.ts';
import { Intro } from './Intro.tsx';
import { KeptLogs } from './KeptLogs.tsx';

export function NoLocalStep({ server, onOtherServer }: { server: string; onOtherServer: () => void }) {
  return (
    <>
      <Intro title={t('first.no_local.title')}>{t('first.no_local.text', { host: hostOf(server) })}</Intro>
      <KeptLogs />
      <div class="px-6 pt-6">
        <Button kind="primary" size="md" wide onClick={onOtherServer}>
          {t('first.other_server')}
        </Button>
      </div>
    </>
  );
}
