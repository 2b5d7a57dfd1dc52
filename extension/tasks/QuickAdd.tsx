import { useRef, useState } from 'preact/hooks';
import { uuidv7 } from 'uuidv7';
import { dayOf } from '../../shared/day.ts';
import type { NewTask } from '../../shared/task.ts';
import type { Today } from '../../shared/today.ts';
import type { NextStepDraft } from '../activities/choices.ts';
import { StepField } from '../activities/next-step/StepField.tsx';
import { WhenLine } from '../activities/next-step/WhenLine.tsx';
import { api, unwrap } from '../api/client.ts';
import { t } from '../app/i18n.ts';
import { useKeys } from '../app/keyboard.ts';
import { here } from '../app/place.ts';
import { queryClient } from '../app/queries.ts';
import { session } from '../app/session.ts';
import { showToast } from '../app/toast.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Plus } from '../ui/icons.ts';
import { changeDay } from './change-day.ts';
import { notSavedText } from './TaskTrouble.tsx';
import { withTask } from './today-lists.ts';
import { TODAY_KEY } from './use-today.ts';

/** A task typed in one line, its day among the words; today unless they name one. */
export function QuickAdd() {
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<NextStepDraft>();
  const { isSaving, error, add } = useAdding(() => setDraft(undefined));
  useKeys({ a: () => input.current?.focus() });
  const { today } = here();
  return (
    <form
      class="grid gap-2 px-4 py-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft?.text.trim()) void add(draft);
      }}
    >
      <div class="flex items-center gap-2">
        <Icon of={Plus} class="text-faint" />
        <StepField
          id="quick-add"
          label={t('today.add')}
          placeholder={t('today.add_hint')}
          inputRef={input}
          value={draft}
          onChange={setDraft}
          usualDay={today}
        />
        {draft && (
          <Button type="submit" busy={isSaving}>
            {t('today.add_short')}
          </Button>
        )}
      </div>
      {draft && <WhenLine value={draft} today={today} onChange={setDraft} />}
      {error !== undefined && (
        <p class="text-xs text-danger" role="alert">
          {notSavedText(error)}
        </p>
      )}
    </form>
  );
}

/** Where the answer was lost the same is sent again under the same id, so that it never stands there twice. */
function useAdding(onAdded: () => void) {
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  const failed = useRef<NewTask>();
  const add = async (draft: NextStepDraft) => {
    const task = taskOf(draft, failed.current);
    setSaving(true);
    setError(undefined);
    try {
      await changeDay(() => unwrap(api().api.v1.tasks.$post({ json: task })));
      failed.current = undefined;
      showNew(task);
      onAdded();
    } catch (cause) {
      failed.current = task;
      setError(cause);
    } finally {
      setSaving(false);
    }
  };
  return { isSaving, error, add };
}

/** The day is the workspace's, where the words were the reader's. */
function taskOf({ kind, text, title, dueOn, dueAt }: NextStepDraft, failed: NewTask | undefined): NewTask {
  const day = dueAt === undefined ? dueOn : dayOf(dueAt, here().timeZone);
  const task = { kind, title: title ?? text, dueOn: day, ...(dueAt !== undefined && { dueAt }) };
  const { id, ...before } = failed ?? { id: uuidv7() };
  return { id: JSON.stringify(before) === JSON.stringify(task) ? id : uuidv7(), ...task };
}

function showNew({ kind = 'other', ...task }: NewTask): void {
  const assigneeId = session.peek()?.me.user.id ?? 0;
  queryClient.setQueryData<Today>(
    TODAY_KEY,
    (today) => today && withTask(today, { ...task, kind, assigneeId, status: 'todo', version: 1 }),
  );
  const place = here();
  // What is due later is not on this screen: it has to be said that it is kept.
  if (task.dueOn > place.today) showToast({ text: t('today.added', { title: task.title }) });
}
