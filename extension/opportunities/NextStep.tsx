import { useEffect, useRef, useState } from 'preact/hooks';
import { relativeDay } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Button } from '../ui/Button.tsx';
import { shown } from '../ui/shown.ts';
import { NextStepEditor } from './NextStepEditor.tsx';
import { dueness } from './stage.ts';
import type { Changing } from './use-change.ts';

/** What happens next and when; opens the two fields in its place. */
export function NextStep({ changing }: { changing: Changing }) {
  const { current, status } = changing;
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isOutrun = status.state === 'conflict' || status.state === 'closed';
  useEffect(() => {
    // From here on the choice between both versions stands in for the fields.
    if (isOutrun) setEditing(false);
  }, [isOutrun]);
  const close = () => {
    setEditing(false);
    // The button is back only after this render.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isEditing) return <NextStepEditor changing={changing} onClose={close} />;
  const canEdit = current.status === 'open';
  if (!current.nextStep) {
    if (!canEdit) return null;
    return (
      <p class="flex min-h-6 items-center gap-2 text-xs text-warn">
        {t('opportunity.no_next_step')}
        <Button kind="link" size="xs" buttonRef={button} onClick={() => setEditing(true)}>
          {t('opportunity.add_next_step')}
        </Button>
      </p>
    );
  }
  const words = <StepWords text={current.nextStep} day={current.nextStepOn} />;
  if (!canEdit) return <p class="py-1 text-xs text-muted">{words}</p>;
  return (
    <button
      ref={button}
      type="button"
      class="-mx-1 block min-h-6 max-w-full cursor-pointer rounded-field px-1 py-1 text-left text-xs text-muted wrap-anywhere hover:bg-hover"
      title={t('opportunity.edit_next_step')}
      onClick={() => setEditing(true)}
    >
      {words}
    </button>
  );
}

function StepWords({ text, day }: { text: string; day: string | undefined }) {
  const place = here();
  const due = day === undefined ? 'later' : dueness(day, place.today);
  return (
    <>
      {t('opportunity.next_step')}
      <span class="ml-1 text-base-content">{shown(text)}</span>
      {day !== undefined && (
        <>
          {' '}
          <span class={`num inline-block ${due === 'later' ? '' : 'text-warn'}`}>
            {relativeDay(day, place)}
            {due === 'overdue' && <span class="ml-1">{t('opportunity.overdue')}</span>}
          </span>
        </>
      )}
    </>
  );
}
