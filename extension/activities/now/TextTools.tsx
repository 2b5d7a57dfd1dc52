import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { cutOut, redact, type Stretch } from '../redact.ts';
import { SUBJECT_ID } from './Subject.tsx';
import type { ItemState } from './use-item.ts';

type TextToolsProps = {
  item: ItemState;
  /** Where the text stands: a paragraph to read, or a field to type in. */
  box: RefObject<HTMLElement>;
  text: string;
  onChange: (text: string) => void;
};

const HINT_MS = 4000;

/** Hide or cut what is selected in the text or the subject. What is hidden here never leaves the browser. */
export function TextTools({ item, box, text, onChange }: TextToolsProps) {
  const [isHinted, setHinted] = useState(false);
  useEffect(() => {
    if (!isHinted) return;
    const timer = setTimeout(() => setHinted(false), HINT_MS);
    return () => clearTimeout(timer);
  }, [isHinted]);
  const { subject } = item.choices;
  const apply = (work: (text: string, stretch: Stretch) => string) => {
    const inText = selectedIn(box.current, text);
    const inSubject = inText ? undefined : selectedIn(document.getElementById(SUBJECT_ID), subject);
    setHinted(!inText && !inSubject);
    if (inText) onChange(work(text, inText));
    else if (inSubject) item.change({ subject: work(subject, inSubject) });
  };
  return (
    <span class="inline-flex items-center gap-2">
      <span role="status">{isHinted ? t('now.kept.select_first') : ''}</span>
      {TOOLS.map(({ label, name, work }) => (
        <Button
          key={label}
          kind="link"
          size="xs"
          aria-label={t(name)}
          title={t(name)}
          // A press must not take the selection away before it is read.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => apply(work)}
        >
          {t(label)}
        </Button>
      ))}
    </span>
  );
}

const TOOLS = [
  { label: 'now.kept.hide', name: 'now.kept.hide_name', work: redact },
  { label: 'now.kept.cut_out', name: 'now.kept.cut_out_name', work: cutOut },
] as const;

/** Places in `text` of what is selected in `box`: a field, or an element that holds one text node, the text's beginning. */
function selectedIn(box: HTMLElement | null, text: string): Stretch | undefined {
  if (box instanceof HTMLTextAreaElement) {
    const { selectionStart, selectionEnd } = box;
    return selectionEnd > selectionStart && box.value === text ? [selectionStart, selectionEnd] : undefined;
  }
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const words = box?.firstChild;
  if (!box || !words || !range || range.collapsed || !range.intersectsNode(box)) return undefined;
  // A subject is shown without marks that turn its direction: then its places are not the text's.
  if (!text.startsWith(words.textContent ?? '')) return undefined;
  const start = range.startContainer === words ? range.startOffset : 0;
  const end = range.endContainer === words ? range.endOffset : (words.textContent?.length ?? 0);
  return end > start ? [start, end] : undefined;
}
