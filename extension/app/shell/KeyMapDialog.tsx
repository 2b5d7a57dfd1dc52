import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { type MessageKey, t } from '../i18n.ts';
import { preferences } from '../preferences.ts';
import { boundShortcut } from '../sites.ts';

export const isKeyMapOpen = signal(false);

type Line = { does: MessageKey; keys: readonly string[] };

const ANYWHERE: readonly Line[] = [
  { does: 'app.keys.search', keys: ['mod+k', '/'] },
  { does: 'app.keys.write', keys: ['n'] },
  { does: 'app.keys.go_now', keys: ['g n'] },
  { does: 'app.keys.go_feed', keys: ['g f'] },
  { does: 'app.keys.go_today', keys: ['g t'] },
  { does: 'app.keys.go_queue', keys: ['g q'] },
  { does: 'app.keys.map', keys: ['?'] },
  { does: 'app.keys.back', keys: ['escape'] },
];
const NOW: readonly Line[] = [
  { does: 'app.keys.log', keys: ['mod+enter'] },
  { does: 'app.keys.undo', keys: ['mod+z'] },
  { does: 'app.keys.level', keys: ['alt+1–4'] },
  { does: 'app.keys.opportunity', keys: ['o'] },
  { does: 'app.keys.next_step', keys: ['s'] },
];
const LISTS: readonly Line[] = [
  { does: 'app.keys.move', keys: ['j', 'k'] },
  { does: 'app.keys.open_row', keys: ['enter'] },
  { does: 'app.keys.filter', keys: ['f'] },
];

const RECORD: readonly Line[] = [{ does: 'edit.move', keys: ['m'] }];

const TODAY: readonly Line[] = [
  { does: 'app.keys.done', keys: ['x'] },
  { does: 'app.keys.snooze', keys: ['s'] },
  { does: 'app.keys.add_task', keys: ['a'] },
];

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
      actions={<Button onClick={close}>{t('ui.close')}</Button>}
    >
      <Group title={t('app.keys.anywhere')} lines={ANYWHERE} open={shortcut} />
      <Group title={t('app.keys.now')} lines={NOW} />
      <Group title={t('app.keys.lists')} lines={LISTS} />
      <Group title={t('app.keys.today')} lines={TODAY} />
      <Group title={t('edit.record')} lines={RECORD} />
      {!preferences.value.singleKeys && <p class="mt-3 text-xs text-muted">{t('app.keys.off')}</p>}
    </Dialog>
  );
}

function Group({ title, lines, open }: { title: string; lines: readonly Line[]; open?: string }) {
  return (
    <section class="mt-3">
      <h3 class="section-label">{title}</h3>
      <dl class="mt-1">
        {open && <Row does={t('app.keys.open')} keys={[open]} />}
        {lines.map(({ does, keys }) => (
          <Row key={does} does={t(does)} keys={keys} />
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
