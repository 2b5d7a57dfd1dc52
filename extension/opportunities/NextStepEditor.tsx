import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../app/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import type { Changing } from './use-change.ts';

type Errors = { text?: string; day?: string };

export function NextStepEditor({ changing, onClose }: { changing: Changing; onClose: () => void }) {
  const { current, status, save, reset } = changing;
  const [text, setText] = useState(current.nextStep ?? '');
  const [day, setDay] = useState(current.nextStepOn ?? '');
  const [errors, setErrors] = useState<Errors>({});
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  const cancel = () => {
    reset();
    onClose();
  };
  const send = async (change: { nextStep: string | null; nextStepOn: string | null }) => {
    if (status.state !== 'saving' && (await save(change))) onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = check(text, day);
    setErrors(found);
    if (!found.text && !found.day) void send({ nextStep: text.trim(), nextStepOn: day });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    cancel();
  };
  return (
    <form class="mt-1 grid gap-2" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <Fields {...{ text, setText, day, setDay, errors, field }} />
      <Buttons
        isSaving={status.state === 'saving'}
        onCancel={cancel}
        onClear={current.nextStep ? () => void send({ nextStep: null, nextStepOn: null }) : undefined}
      />
    </form>
  );
}

function check(text: string, day: string): Errors {
  return {
    ...(text.trim() === '' && { text: t('opportunity.text_missing') }),
    ...(day === '' && { day: t('opportunity.day_missing') }),
  };
}

function Fields(props: {
  text: string;
  setText: (text: string) => void;
  day: string;
  setDay: (day: string) => void;
  errors: Errors;
  field: preact.RefObject<HTMLInputElement>;
}) {
  const { text, setText, day, setDay, errors, field } = props;
  return (
    <div class="grid grid-cols-[minmax(0,1fr)_8.5rem] items-start gap-2">
      <TextField
        label={t('opportunity.text')}
        value={text}
        onChange={setText}
        maxLength={300}
        error={errors.text}
        inputRef={field}
      />
      <TextField
        label={t('opportunity.due_on')}
        type="date"
        value={day}
        onChange={setDay}
        error={errors.day}
      />
    </div>
  );
}

function Buttons(props: { isSaving: boolean; onCancel: () => void; onClear: (() => void) | undefined }) {
  const { isSaving, onCancel, onClear } = props;
  return (
    <div class="flex flex-wrap gap-2">
      <Button type="submit" size="xs" busy={isSaving} busyLabel={t('opportunity.saving')}>
        {t('ui.save')}
      </Button>
      <Button kind="ghost" size="xs" onClick={onCancel}>
        {t('ui.cancel')}
      </Button>
      {onClear && (
        <Button kind="ghost" size="xs" class="ml-auto" onClick={onClear}>
          {t('opportunity.clear')}
        </Button>
      )}
    </div>
  );
}
