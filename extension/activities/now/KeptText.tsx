import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { MAX_TEXT_BYTES } from '../../../shared/activity.ts';
import { cutAtParagraph } from '../../../shared/text.ts';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import type { SpokenStep } from '../../when/next-step.ts';
import { CutNote } from '../CutNote.tsx';
import { TextTools } from './TextTools.tsx';
import type { ItemState } from './use-item.ts';
import { useMarked } from './use-marked.ts';

const PREVIEW_CHARS = 280;
const PREVIEW_LINES = 6;
/** So little more is shown rather than hidden behind a button. */
const SLACK = 60;

type KeptTextProps = {
  item: ItemState;
  /** Its words are marked in the text as it was read. */
  foundStep: SpokenStep | undefined;
};

/** The text that is saved, exactly: to read, to hide or cut words of, to edit. */
export function KeptText({ item, foundStep }: KeptTextProps) {
  const [isEditing, setEditing] = useState(false);
  const { choices } = item;
  const cut = useMemo(() => cutAtParagraph(choices.text.trim(), MAX_TEXT_BYTES), [choices.text]);
  const isCut = cut.isCut || choices.isTextCut;
  const isChanged = item.edits.text !== undefined && item.edits.text !== item.captured.words;
  // While one types, the spaces at the end are not yet too many.
  const text = isEditing && !cut.isCut ? choices.text : cut.text;
  const change = (next: string) => item.change({ text: next, ...(isCut && { isTextCut: true }) });
  const field = useRef<HTMLTextAreaElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  return (
    <>
      <h2 class="section-label">
        <span>
          {t('now.kept.text')}
          {isChanged && ` · ${t('now.kept.edited')}`}
        </span>
        <span class="inline-flex items-center gap-2">
          {text && <TextTools item={item} box={isEditing ? field : words} text={text} onChange={change} />}
          <Button kind="link" size="xs" aria-pressed={isEditing} onClick={() => setEditing(!isEditing)}>
            {t(isEditing ? 'now.kept.done' : 'ui.edit')}
          </Button>
        </span>
      </h2>
      {isEditing ? (
        <TextArea
          label={t('now.kept.text')}
          labelHidden
          class="mt-1"
          inputRef={field}
          value={text}
          onChange={change}
        />
      ) : (
        <Preview
          text={text}
          box={words}
          isForward={isForward(item)}
          marked={isChanged ? undefined : foundStep}
        />
      )}
      {isCut && <CutNote text={cut.text} />}
      {isChanged && (
        <Button
          kind="link"
          size="xs"
          class="mt-1"
          onClick={() => item.change({ text: undefined, isTextCut: undefined })}
        >
          {t('now.kept.restore')}
        </Button>
      )}
    </>
  );
}

/** Somebody else's message passed on without a word. */
const isForward = ({ captured: { item, words } }: ItemState): boolean =>
  item.kind === 'mail' && words === '' && Boolean(item.quoted);

type PreviewProps = {
  text: string;
  box: RefObject<HTMLParagraphElement>;
  isForward: boolean;
  marked: { start: number; end: number } | undefined;
};

function Preview(props: PreviewProps) {
  const { text, box } = props;
  const [isWhole, setWhole] = useState(false);
  const head = useMemo(() => headOf(text), [text]);
  useMarked(box, props.marked, isWhole ? text : head);
  if (!text) {
    return <p class="mt-1 text-faint">{t(props.isForward ? 'now.kept.only_history' : 'now.kept.no_text')}</p>;
  }
  const isLong = head.length < text.length;
  return (
    <>
      <p
        ref={box}
        dir="auto"
        class="mt-1 text-base whitespace-pre-wrap wrap-anywhere"
        data-testid="kept-text"
      >
        {isWhole ? text : head}
      </p>
      {isLong && (
        <Button
          kind="link"
          size="xs"
          class="mt-1 mr-3"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('now.kept.less') : t('now.kept.all', { count: text.length })}
        </Button>
      )}
    </>
  );
}

/** A beginning that ends where a line or a word does. */
function headOf(text: string): string {
  const lines = text.split('\n', PREVIEW_LINES).join('\n').trimEnd();
  const head = lines.slice(0, PREVIEW_CHARS);
  if (head.length + SLACK >= text.length) return text;
  const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '), head.lastIndexOf('。') + 1);
  return head.length < lines.length && at > PREVIEW_CHARS / 2 ? head.slice(0, at) : head;
}
