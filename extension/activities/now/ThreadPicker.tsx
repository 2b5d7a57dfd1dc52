import type { CapturedMail, ThreadMessage } from '../../../shared/capture.ts';
import { requestCapture } from '../../app/captured.ts';
import { formatWhen } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import { Mail } from '../../ui/icons.ts';
import { MenuAnchor } from '../../ui/MenuButton.tsx';
import type { Option } from '../../ui/options.tsx';
import { shown } from '../../ui/shown.ts';

/** Which message of the conversation this is, and the way to another one of it. */
export function ThreadPicker({ mail: { thread } }: { mail: CapturedMail }) {
  const open = thread?.findIndex(({ isOpen }) => isOpen) ?? -1;
  const current = thread?.[open];
  if (!thread || !current || thread.length < 2) return null;
  const label = t('now.thread.place', { place: open + 1, count: thread.length });
  return (
    <MenuAnchor
      label={label}
      options={thread.map(optionOf)}
      value={current.pageKey}
      onSelect={(key) => void requestCapture(key)}
    >
      {({ ref, isOpen, toggle }) => (
        <Button
          kind="link"
          size="xs"
          class="mt-1"
          buttonRef={ref}
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {label}
        </Button>
      )}
    </MenuAnchor>
  );
}

function optionOf({ pageKey, from, date, snippet }: ThreadMessage): Option<string> {
  const name = from?.name ?? from?.email ?? t('now.thread.unknown');
  return {
    value: pageKey,
    label: shown(name),
    icon: Mail,
    ...(snippet && { hint: shown(snippet) }),
    ...(date !== undefined && { end: formatWhen(date, here()) }),
  };
}
