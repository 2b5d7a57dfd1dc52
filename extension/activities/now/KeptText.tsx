import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { MAX_TEXT_BYTES } from '../../../shared/activity.ts';
import { cutAtParagraph } from '../../../shared/text.ts';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { CutNote } from '../CutNote.tsx';
import { redact } from '../redact.ts';
import type { ItemState } from './use-item.ts';

const PREVIEW_CHARS = 280;
const PREVIEW_LINES = 6;
/** So little more is shown rather than hidden behind a button. */
const SLACK = 60;

/** The text that is saved, exactly: to read, to hide words of, to edit. */
export function KeptText({ item }: { item: ItemState }) {
  const [isEditing, setEditing] = useState(false);
  const { choices } = item;
  const cut = useMemo(() => cutAtParagraph(choices.text.trim(), MAX_TEXT_BYTES), [choices.text]);
  const isCut = cut.isCut || choices.isTextCut;
  const isChanged = item.edits.text !== undefined && item.edits.text !== item.captured.words;
  const change = (text: string) => item.change({ text, ...(isCut && { isTextCut: true }) });
  const box = useRef<HTMLParagraphElement>(null);
  return (
    <>
      <h2 class="section-label">
        <span>
          {t('now.kept.text')}
          {isChanged && ` · ${t('now.kept.edited')}`}
        </span>
        <span class="inline-flex items-center gap-2">
          {isChanged && (
            <Button
              kind="link"
              size="xs"
              onClick={() => item.change({ text: undefined, isTextCut: undefined })}
            >
              {t('now.kept.restore')}
            </Button>
          )}
          {!isEditing && cut.text && <HideSelection box={box} text={cut.text} onChange={change} />}
          <Button kind="link" size="xs" aria-pressed={isEditing} onClick={() => setEditing(!isEditing)}>
            {t(isEditing ? 'now.kept.done' : 'ui.edit')}
          </Button>
        </span>
      </h2>
      {isEditing ? (
        <TextArea label={t('now.kept.text')} labelHidden class="mt-1" value={cut.text} onChange={change} />
      ) : (
        <Preview text={cut.text} box={box} />
      )}
      {isCut && <CutNote text={cut.text} />}
    </>
  );
}

function Preview({ text, box }: { text: string; box: preact.RefObject<HTMLParagraphElement> }) {
  const [isWhole, setWhole] = useState(false);
  const head = useMemo(() => headOf(text), [text]);
  if (!text) return <p class="mt-1 text-faint">{t('now.kept.no_text')}</p>;
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
        <Button kind="link" size="xs" class="mt-1" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
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

function HideSelection(props: {
  box: preact.RefObject<HTMLParagraphElement>;
  text: string;
  onChange: (text: string) => void;
}) {
  const { box, text, onChange } = props;
  const [isHinted, setHinted] = useState(false);
  useEffect(() => {
    if (!isHinted) return;
    const timer = setTimeout(() => setHinted(false), 4000);
    return () => clearTimeout(timer);
  }, [isHinted]);
  const hide = () => {
    const range = selectedRange(box.current);
    setHinted(range === undefined);
    if (range) onChange(redact(text, ...range));
  };
  return (
    <span class="inline-flex items-center">
      <span role="status" class={isHinted ? 'mr-2' : ''}>
        {isHinted ? t('now.kept.select_first') : ''}
      </span>
      {/* A press must not take the selection away before it is read. */}
      <Button kind="link" size="xs" onPointerDown={(event) => event.preventDefault()} onClick={hide}>
        {t('now.kept.hide')}
      </Button>
    </span>
  );
}

/** Places in the text, which is one text node, of what is selected in it. */
function selectedRange(box: HTMLElement | null): [number, number] | undefined {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  if (!box || !range || range.collapsed || !range.intersectsNode(box)) return undefined;
  const words = box.firstChild;
  const start = range.startContainer === words ? range.startOffset : 0;
  const end = range.endContainer === words ? range.endOffset : (words?.textContent?.length ?? 0);
  return end > start ? [start, end] : undefined;
}
