import { useState } from 'preact/hooks';
import type { NewActivity } from '../../shared/activity.ts';
import { t } from '../app/i18n.ts';
import { useAttempt } from '../app/use-attempt.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea, TextField } from '../ui/Field.tsx';
import { edit } from './outbox.ts';
import type { OutboxRecord } from './record.ts';
import { changedPayload, type EditedWords, wordsOf } from './remedy.ts';

type EditProps = { record: OutboxRecord; payload: NewActivity; onCancel: () => void };

/** What a person can mend in a refused log: its words, and which opportunity it is for. */
export function EditRejected({ record, payload, onCancel }: EditProps) {
  const [words, setWords] = useState<EditedWords>(() => wordsOf(payload));
  const change = (part: Partial<EditedWords>) => setWords((before) => ({ ...before, ...part }));
  const { attempt, failure } = useAttempt();
  const submit = (event: Event) => {
    event.preventDefault();
    attempt(() => edit(record.id, changedPayload(payload, words)));
  };
  return (
    <form class="mt-2 grid gap-2" onSubmit={submit}>
      {words.subject !== undefined && (
        <TextField
          label={t('queue.subject')}
          value={words.subject}
          onChange={(subject) => change({ subject })}
        />
      )}
      {words.summary !== undefined && (
        <TextArea
          label={t('queue.summary')}
          value={words.summary}
          onChange={(summary) => change({ summary })}
        />
      )}
      {words.text !== undefined && (
        <TextArea label={t('queue.text')} value={words.text} rows={4} onChange={(text) => change({ text })} />
      )}
      {payload.opportunityId && (
        <label class="flex items-center gap-2">
          <input
            type="checkbox"
            class="checkbox checkbox-xs"
            checked={words.keepsOpportunity}
            onChange={(event) => change({ keepsOpportunity: event.currentTarget.checked })}
          />
          {t('queue.keep_opportunity')}
        </label>
      )}
      {failure}
      <div class="flex gap-2">
        <Button kind="primary" type="submit">
          {t('queue.send_again')}
        </Button>
        <Button kind="ghost" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
