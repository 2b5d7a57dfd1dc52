import { useState } from 'preact/hooks';
import type { NewActivity } from '../../shared/activity.ts';
import { formatWhen } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Sentence } from '../app/Sentence.tsx';
import { session } from '../app/session.ts';
import { type Attempt, useAttempt } from '../app/use-attempt.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CircleX } from '../ui/icons.ts';
import { MoreButton } from '../ui/MenuButton.tsx';
import type { Option } from '../ui/options.tsx';
import { ChooseOpportunity } from './ChooseOpportunity.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { EditRejected } from './EditRejected.tsx';
import { edit, retry } from './outbox.ts';
import { aboutOf, titleOf } from './QueueRow.tsx';
import type { OutboxRecord } from './record.ts';
import { fieldLines, refusalText } from './refusal.ts';
import { withoutOpportunity } from './remedy.ts';

type Mode = 'read' | 'choose' | 'edit';
type Action = 'edit' | 'retry' | 'discard';

/** What the server refused: why, and the way on. */
export function RejectedRow({ record }: { record: OutboxRecord }) {
  const [mode, setMode] = useState<Mode>('read');
  const [isDiscarding, setDiscarding] = useState(false);
  const place = here();
  const nameOf = (userId: number) =>
    session.value?.me.members.find(({ id }) => id === userId)?.name ?? String(userId);
  return (
    <li class="flex items-start gap-3 px-4 pb-3">
      <Icon of={CircleX} class="mt-0.5 text-danger" />
      <div class="min-w-0 flex-1">
        <div class="flex items-baseline gap-2">
          <p class="truncate font-semibold">{titleOf(record)}</p>
          <span class="num ml-auto shrink-0 text-xs text-faint">{formatWhen(record.createdAt, place)}</span>
        </div>
        <p class="truncate text-xs text-faint">{aboutOf(record)}</p>
        <p class="mt-1">
          <Sentence
            of="queue.refusal"
            values={{ why: refusalText(record.error, place, nameOf) }}
            parts={{ what: <span class="text-danger">{t('queue.not_accepted')}</span> }}
          />
        </p>
        {fieldLines(record.error).map((line) => (
          <p key={line} class="text-xs text-muted">
            {line}
          </p>
        ))}
        <Remedy {...{ record, mode, setMode }} onDiscard={() => setDiscarding(true)} />
      </div>
      {isDiscarding && <DiscardDialog record={record} onClose={() => setDiscarding(false)} />}
    </li>
  );
}

type RemedyProps = {
  record: OutboxRecord;
  mode: Mode;
  setMode: (mode: Mode) => void;
  onDiscard: () => void;
};

function Remedy({ record, mode, setMode, onDiscard }: RemedyProps) {
  const payload = payloadOf(record);
  const { attempt, failure } = useAttempt();
  const tryAgain = () => attempt(() => retry(record.id));
  const more = <More {...{ payload, setMode, onDiscard }} onRetry={tryAgain} />;
  if (payload && mode === 'choose') return <ChooseOpportunity {...{ record, payload, more }} />;
  if (payload && mode === 'edit') {
    return <EditRejected {...{ record, payload }} onCancel={() => setMode('read')} />;
  }
  return (
    <div class="mt-2 grid gap-2">
      {failure}
      <div class="flex gap-2">
        {payload ? (
          <Ways {...{ record, payload, setMode, attempt }} />
        ) : (
          <Button onClick={tryAgain}>{t('ui.retry')}</Button>
        )}
        <div class="ml-auto">{more}</div>
      </div>
    </div>
  );
}

type WaysProps = Pick<RemedyProps, 'record' | 'setMode'> &
  Pick<Attempt, 'attempt'> & { payload: NewActivity };

/** What helps with this refusal. */
function Ways({ record, payload, setMode, attempt }: WaysProps) {
  switch (record.error?.code) {
    case 'opportunity_closed':
      return (
        <>
          <Button onClick={() => setMode('choose')}>{t('queue.choose_another')}</Button>
          <Button kind="ghost" onClick={() => attempt(() => edit(record.id, withoutOpportunity(payload)))}>
            {t('queue.account_only')}
          </Button>
        </>
      );
    // Each version that is sent names what it brings into being anew.
    case 'already_exists':
    case 'hash_conflict':
      return (
        <Button onClick={() => attempt(() => edit(record.id, payload))}>{t('queue.send_as_new')}</Button>
      );
    default:
      return <Button onClick={() => setMode('edit')}>{t('queue.edit')}</Button>;
  }
}

function More(props: {
  payload: NewActivity | undefined;
  setMode: (mode: Mode) => void;
  onRetry: () => void;
  onDiscard: () => void;
}) {
  const { payload, setMode, onRetry, onDiscard } = props;
  const options: Option<Action>[] = [
    ...(payload ? [{ value: 'edit', label: t('queue.edit') } as const] : []),
    { value: 'retry', label: t('ui.retry') },
    { value: 'discard', label: t('queue.discard'), danger: true },
  ];
  const run = (action: Action) => {
    if (action === 'edit') setMode('edit');
    else if (action === 'retry') onRetry();
    else onDiscard();
  };
  return <MoreButton label={t('ui.more')} options={options} onSelect={run} />;
}

/** Undefined for an undo, which has nothing to edit. */
function payloadOf({ kind, payload }: OutboxRecord): NewActivity | undefined {
  if (kind !== 'activity') return undefined;
  return JSON.parse(payload) as NewActivity;
}
