import type { ComponentChildren } from 'preact';
import { ActivityIcon } from '../app/ActivityIcon.tsx';
import { formatWhen } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { go } from '../app/navigation.ts';
import { here } from '../app/place.ts';
import { Icon } from '../ui/Icon.tsx';
import { Check, LoaderCircle, Undo2 } from '../ui/icons.ts';
import { shown } from '../ui/shown.ts';
import type { OutboxRecord } from './record.ts';

export const titleOf = ({ kind, label }: OutboxRecord): string =>
  kind === 'undo' ? t('queue.undo_of', { title: label.title }) : shown(label.title);

/** E-mail, Halden Instruments, full text. */
export function aboutOf({ label, kind }: OutboxRecord): string {
  const level = kind === 'activity' && label.level ? t(`queue.level.${label.level}`) : undefined;
  const parts = [
    t(`enums.activity_type.${label.type}`),
    label.accountName && shown(label.accountName),
    level,
  ];
  return parts.filter(Boolean).join(t('queue.comma'));
}

type QueueRowProps = {
  record: OutboxRecord;
  /** At the right, instead of when it was written. */
  end?: ComponentChildren;
  onOpen?: (() => void) | undefined;
};

export function QueueRow({ record, end, onOpen }: QueueRowProps) {
  const content = (
    <>
      <RecordIcon record={record} />
      <span class="min-w-0 flex-1">
        <span class="block truncate">{titleOf(record)}</span>
        <span class="block truncate text-xs text-faint">{aboutOf(record)}</span>
      </span>
      <span class="num shrink-0 text-xs text-muted">{end ?? formatWhen(record.createdAt, here())}</span>
    </>
  );
  const layout = 'flex w-full items-start gap-3 px-4 py-2 text-left';
  if (!onOpen) return <li class={layout}>{content}</li>;
  return (
    <li>
      <button
        type="button"
        id={`queue-${record.id}`}
        class={`${layout} cursor-pointer -outline-offset-2 hover:bg-hover`}
        onClick={onOpen}
      >
        {content}
      </button>
    </li>
  );
}

export function RecordIcon({ record }: { record: OutboxRecord }) {
  const className = 'mt-0.5 text-muted';
  if (record.kind === 'undo') return <Icon of={Undo2} class={className} />;
  return <ActivityIcon type={record.label.type} class={className} />;
}

export function SendingRow({ record }: { record: OutboxRecord }) {
  const end = (
    <span class="inline-flex items-center gap-1">
      <Icon of={LoaderCircle} small class="animate-spin" />
      {t('queue.sending')}
    </span>
  );
  return <QueueRow record={record} end={end} />;
}

export function DeliveredRow({ record }: { record: OutboxRecord }) {
  const { recordId } = record;
  const end = (
    <span class="inline-flex items-center gap-1">
      <Icon of={Check} small class="text-ok" />
      {formatWhen(record.deliveredAt ?? record.createdAt, here())}
    </span>
  );
  return (
    <QueueRow
      record={record}
      end={end}
      onOpen={recordId ? () => go({ name: 'record', id: recordId }) : undefined}
    />
  );
}
