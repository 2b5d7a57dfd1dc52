import type { ComponentChildren } from 'preact';
import { dayOf } from '../../shared/day.ts';
import { download } from '../app/download.ts';
import { formatBytes } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Screen } from '../app/Screen.tsx';
import { hostOf } from '../app/server-state.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CircleCheck, HardDrive } from '../ui/icons.ts';
import { NextTry } from './NextTry.tsx';
import { exportUnsent, outbox, retry } from './outbox.ts';
import { DeliveredRow, QueueRow, SendingRow } from './QueueRow.tsx';
import { RejectedRow } from './RejectedRow.tsx';
import type { OutboxRecord } from './record.ts';

/** What is saved here: what needs the reader, what waits, and what has arrived today. */
export function QueueScreen() {
  const { rejected, delivered, others } = outbox.value;
  const { timeZone, today } = here();
  const arrived = delivered.filter(({ deliveredAt }) => dayOf(deliveredAt ?? 0, timeZone) === today);
  return (
    <Screen title={t('queue.title')} footer={<OnDevice />}>
      {outbox.value.unsent === 0 && (
        <EmptyState icon={CircleCheck} title={t('queue.empty')}>
          {t('queue.empty_text')}
        </EmptyState>
      )}
      {rejected.length > 0 && (
        <Group title={t('queue.needs_you')} count={rejected.length}>
          <div role="alert">
            <ul class="flex flex-col gap-2">
              {rejected.map((record) => (
                <RejectedRow key={record.id} record={record} />
              ))}
            </ul>
          </div>
        </Group>
      )}
      <OnTheirWay />
      {arrived.length > 0 && (
        <Group title={t('queue.delivered_today')} count={arrived.length}>
          <ul>
            {arrived.map((record) => (
              <DeliveredRow key={record.id} record={record} />
            ))}
          </ul>
        </Group>
      )}
      {[...byServer(others)].map(([server, records]) => (
        <Group key={server} title={t('queue.waits_for', { server: hostOf(server) })} count={records.length}>
          <p class="px-4 pb-1 text-xs text-muted">{t('queue.waits_for_text')}</p>
          <ul>
            {records.map((record) => (
              <QueueRow key={record.id} record={record} />
            ))}
          </ul>
        </Group>
      ))}
    </Screen>
  );
}

function OnTheirWay() {
  const { waiting, sending, paused, nextTryAt } = outbox.value;
  const count = waiting.length + sending.length;
  if (count === 0) return null;
  const isSending = sending.length > 0;
  const canTry = !isSending && paused !== 'signed_out';
  return (
    <Group
      title={isSending ? t('queue.sending') : t('queue.waiting')}
      count={count}
      note={canTry && nextTryAt !== undefined && <NextTry at={nextTryAt} />}
      action={
        canTry && (
          <Button kind="link" size="xs" onClick={() => void retry()}>
            {t('queue.try_now')}
          </Button>
        )
      }
    >
      <ul>
        {sending.map((record) => (
          <SendingRow key={record.id} record={record} />
        ))}
        {waiting.map((record, i) => (
          <QueueRow
            key={record.id}
            record={record}
            end={isSending && i === 0 ? t('queue.next') : undefined}
          />
        ))}
      </ul>
    </Group>
  );
}

function Group(props: {
  title: string;
  count: number;
  note?: ComponentChildren;
  action?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="border-t border-line pb-1 first-of-type:border-t-0">
      <h2 class="section-label px-4 pt-3 pb-1">
        <span>
          {props.title} <span class="num">{props.count}</span>
          {props.note}
        </span>
        {props.action}
      </h2>
      {props.children}
    </section>
  );
}

function OnDevice() {
  const { unsent, totalBytes } = outbox.value;
  if (unsent === 0) return null;
  const size = formatBytes(totalBytes, here());
  return (
    <footer class="flex flex-none items-center gap-2 border-t border-line bg-base-200 px-4 py-2 text-xs text-faint">
      <Icon of={HardDrive} small />
      <span class="num">{t('queue.on_device', { count: unsent, size })}</span>
      <Button
        kind="link"
        size="xs"
        class="ml-auto"
        onClick={() => download(exportUnsent(), `sidelog-${here().today}.json`)}
      >
        {t('queue.save_file')}
      </Button>
    </footer>
  );
}

function byServer(records: readonly OutboxRecord[]): Map<string, OutboxRecord[]> {
  const groups = new Map<string, OutboxRecord[]>();
  for (const record of records) groups.set(record.server, [...(groups.get(record.server) ?? []), record]);
  return groups;
}
