import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Check, PencilLine } from '../../ui/icons.ts';
import { shown } from '../../ui/shown.ts';
import { subjectOf } from '../captured-item.ts';
import type { ItemState } from './use-item.ts';

export const SUBJECT_ID = 'now-subject';

/** The subject as read, or as it goes along where the level lets it: it may hold what should not leave. */
export function Subject({ item }: { item: ItemState }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { choices, edits, match } = item;
  const goesAlong = choices.level !== 'fact' && !match.context?.logged?.byMe;
  const subject = goesAlong ? choices.subject : readSubject(item);
  const isTyping = isOpen && goesAlong;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const look = `min-w-0 flex-1 line-clamp-4 text-lg font-semibold wrap-anywhere ${subject ? '' : 'text-faint'}`;
  return (
    <>
      <div class="mt-1 flex items-start gap-1">
        <h1 id={SUBJECT_ID} dir="auto" title={shown(subject)} class={isTyping ? 'sr-only' : look}>
          {subject ? shown(subject) : t('now.no_subject')}
        </h1>
        {isTyping && <Typing item={item} onClose={close} />}
        <IconButton
          icon={isTyping ? Check : PencilLine}
          size="xs"
          buttonRef={button}
          class={goesAlong ? '' : 'invisible'}
          label={t(isTyping ? 'now.kept.done' : 'now.edit_subject')}
          onClick={() => setOpen(!isTyping)}
        />
      </div>
      {goesAlong && edits.subject !== undefined && <AsRead item={item} />}
    </>
  );
}

const readSubject = ({ captured }: ItemState): string => subjectOf(captured.item) ?? '';

function Typing({ item, onClose }: { item: ItemState; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <TextField
      label={t('now.subject')}
      labelHidden
      class="min-w-0 flex-1"
      maxLength={1000}
      value={item.choices.subject}
      inputRef={input}
      onChange={(text) => item.change({ subject: text === readSubject(item) ? undefined : text })}
      onKeyDown={onKeyDown}
    />
  );
}

function AsRead({ item }: { item: ItemState }) {
  return (
    <p class="flex items-center gap-1 text-xs text-faint">
      <Icon of={PencilLine} small />
      {t('unknown.proof.typed')}
      <Button kind="link" size="xs" class="ml-1" onClick={() => item.change({ subject: undefined })}>
        {t('now.kept.restore')}
      </Button>
    </p>
  );
}
