import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { t } from '../i18n.ts';
import { preferences } from '../preferences.ts';
import { boundShortcut } from '../sites.ts';
import { isKeyMapOpen } from './is-key-map-open.ts';
import { KEY_MAP, type KeyGroup } from './key-map.ts';

/** Every key there is, as it is bound on this machine. */
export function KeyMapDialog() {
  const shortcut = useShortcut();
  if (!isKeyMapOpen.value) return null;
  const close = () => {
    isKeyMapOpen.value = false;
  };
  return (
    <Dialog
      title={t('app.keys.title')}
      onClose={close}
      isLong
      actions={<Button onClick={close}>{t('ui.close')}</Button>}
    >
      {Object.entries<KeyGroup>(KEY_MAP).map(([where, group]) => (
        <Group key={where} of={group} open={where === 'anywhere' ? shortcut : ''} />
      ))}
      {!preferences.value.singleKeys && <p class="mt-3 text-xs text-muted">{t('app.keys.off')}</p>}
    </Dialog>
  );
}

/** `open`: the browser's own shortcut, which opens the panel. */
function Group({ of: { title, lines }, open }: { of: KeyGroup; open: string }) {
  return (
    <section class="mt-3">
      <h3 class="section-label">{t(title)}</h3>
      <dl class="mt-1">
        {open && <Row does={t('app.keys.open')} keys={[open]} />}
        {lines.map(({ does, keys, shownAs }) => (
          <Row key={does} does={t(does)} keys={shownAs ? [shownAs] : keys} />
        ))}
      </dl>
    </section>
  );
}

function Row({ does, keys }: { does: string; keys: readonly string[] }) {
  return (
    <div class="flex min-h-7 items-center gap-2">
      <dt class="flex-1">{does}</dt>
      <dd class="flex gap-1.5">
        <span class="sr-only">{keys.join(', ')}</span>
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </dd>
    </div>
  );
}

/** The shortcut that the browser bound; '' while unknown or none. */
export function useShortcut(): string {
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    void boundShortcut().then(setShortcut);
  }, []);
  return shortcut;
}
