import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Check, CloudOff } from '../../ui/icons.ts';
import { errorText } from '../error-text.ts';
import { t } from '../i18n.ts';
import { go } from '../navigation.ts';
import { hostOf, useServerState } from '../server-state.ts';
import type { Session } from '../session.ts';
import { Section } from './Section.tsx';

export function ServerSection({ session: { server, me } }: { session: Session }) {
  const { data, error } = useServerState(server);
  const workspace = me.workspace.name;
  return (
    <Section title={t('settings.server')}>
      <div class="flex items-center gap-2">
        <span class="min-w-0 flex-1 truncate">{hostOf(server)}</span>
        <Connection ms={data?.ms} error={error} />
      </div>
      {error && (
        <p class="mt-1 text-xs text-muted" role="status">
          {errorText(error)}
        </p>
      )}
      <div class="mt-1 flex items-center gap-2 text-xs text-faint">
        <span>{data ? t('settings.version', { workspace, version: data.meta.version }) : workspace}</span>
        <Button
          id="change-server"
          kind="link"
          size="xs"
          class="ml-auto"
          onClick={() => go({ name: 'sign_in', change: 'server' })}
        >
          {t('settings.change_server')}
        </Button>
      </div>
    </Section>
  );
}

function Connection({ ms, error }: { ms: number | undefined; error: unknown }) {
  if (error) {
    return (
      <span class="inline-flex items-center gap-1 text-xs text-warn">
        <Icon of={CloudOff} small />
        {t('settings.not_connected')}
      </span>
    );
  }
  if (ms === undefined) return <span class="text-xs text-faint">{t('settings.checking')}</span>;
  return (
    <span class="inline-flex items-center gap-1 text-xs text-ok">
      <Icon of={Check} small />
      <span class="num">{t('settings.connected', { ms })}</span>
    </span>
  );
}
