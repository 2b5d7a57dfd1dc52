import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Globe, Plus, X } from '../../ui/icons.ts';
import { captured } from '../captured.ts';
import { t } from '../i18n.ts';
import { hostOf } from '../server-state.ts';
import { allowedSites, allowSite, revokeSite, type Site } from '../sites.ts';
import { Section } from './Section.tsx';

export function SitesSection() {
  const sites = useSites();
  const here = openOrigin();
  const canAllow = here !== undefined && !sites.some(({ origin }) => origin === here);
  return (
    <Section title={t('settings.sites')} hint={t('settings.sites_text')}>
      <ul>
        {sites.map(({ origin }) => (
          <SiteRow key={origin} host={hostOf(origin)} onRemove={() => void revokeSite(origin)} />
        ))}
      </ul>
      {canAllow && (
        <Button kind="ghost" icon={Plus} class="mt-1 -ml-2.5 max-w-full" onClick={() => void allowSite(here)}>
          <span class="truncate">{t('settings.allow_here', { host: hostOf(here) })}</span>
        </Button>
      )}
      {here === undefined && <p class="text-xs text-faint">{t('settings.allow_how')}</p>}
    </Section>
  );
}

function SiteRow({ host, onRemove }: { host: string; onRemove: () => void }) {
  return (
    <li class="flex items-center gap-2 py-1">
      <Icon of={Globe} class="text-muted" />
      <span class="min-w-0 flex-1 truncate">{host}</span>
      <IconButton icon={X} size="xs" label={t('ui.remove', { name: host })} onClick={onRemove} />
    </li>
  );
}

/** Origin of the page that was read last: the one whose address the panel may know. */
function openOrigin(): string | undefined {
  const shown = captured.value;
  return shown.state === 'done' && /^https?:/.test(shown.origin) ? shown.origin : undefined;
}

/** Follows the browser, where a site can be allowed and revoked as well. */
function useSites(): Site[] {
  const [sites, setSites] = useState<Site[]>([]);
  useEffect(() => {
    const read = () => void allowedSites().then(setSites);
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return sites;
}
