import { browser } from 'wxt/browser';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { t } from '../i18n.ts';
import { preferences, setPreference } from '../preferences.ts';
import { isKeyMapOpen } from '../shell/is-key-map-open.ts';
import { useShortcut } from '../shell/KeyMapDialog.tsx';
import { Section } from './Section.tsx';

const SHORTCUT_PAGE = 'chrome://extensions/shortcuts';

export function KeyboardSection() {
  const shortcut = useShortcut();
  const showAll = () => {
    isKeyMapOpen.value = true;
  };
  return (
    <Section title={t('settings.keyboard')}>
      <label class="flex cursor-pointer items-center gap-2">
        <span class="flex-1">
          {t('settings.single_keys')}
          <span class="block text-xs text-faint">{t('settings.single_keys_hint')}</span>
        </span>
        <input
          type="checkbox"
          class="toggle toggle-sm"
          checked={preferences.value.singleKeys}
          onChange={(event) => void setPreference('singleKeys', event.currentTarget.checked)}
        />
      </label>
      <div class="mt-2 flex min-h-7 items-center gap-2">
        <span class="min-w-0 flex-1">{t('settings.open_shortcut')}</span>
        {shortcut ? (
          <Kbd keys={shortcut} />
        ) : (
          <span class="text-xs text-warn">{t('settings.no_shortcut')}</span>
        )}
        <Button kind="link" size="xs" onClick={() => void browser.tabs.create({ url: SHORTCUT_PAGE })}>
          {t('settings.change_shortcut')}
        </Button>
      </div>
      <Button kind="link" size="xs" class="mt-1" onClick={showAll}>
        {t('settings.all_keys')}
      </Button>
    </Section>
  );
}
