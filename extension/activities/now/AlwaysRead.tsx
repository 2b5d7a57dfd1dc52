import { captured } from '../../app/captured.ts';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ShieldCheck } from '../../ui/icons.ts';
import { hostOf, useAllow } from './use-allow.ts';

/** After a mail was logged: have the next ones of this mailbox appear without a click. */
export function AlwaysRead() {
  const state = captured.value;
  const isMail =
    state.state === 'done' && state.result.status === 'item' && state.result.item.kind === 'mail';
  const site = isMail && !state.hasSitePermission ? state.origin : undefined;
  const { answer, allow } = useAllow(site);
  if (!site || !/^https?:/.test(site)) return null;
  if (answer === 'allowed') return <p class="text-muted">{t('now.allowed', { site: hostOf(site) })}</p>;
  return (
    <Button icon={ShieldCheck} title={t('now.offer.allow_hint')} onClick={() => void allow()}>
      {t('now.offer.allow', { site: hostOf(site) })}
    </Button>
  );
}
