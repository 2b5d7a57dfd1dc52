import type { FeedItem, NewActivity } from '../../../shared/activity.ts';
import { dayOf } from '../../../shared/day.ts';
import type { OutboxRecord, OutboxView } from '../../outbox/outbox.ts';
import { type FeedFilter, paramsOf } from './filter.ts';

export type Queued = { record: OutboxRecord; item: FeedItem };
type Reader = { userId: number; timeZone: string; today: string };

/** One's own logs that the server does not have yet, newest first, as far as the filter lets them through. */
export function queuedRows(outbox: OutboxView, filter: FeedFilter, reader: Reader): Queued[] {
  return [...outbox.waiting, ...outbox.sending, ...outbox.rejected]
    .filter(({ kind, payload }) => kind === 'activity' && payload !== '')
    .map((record) => ({ record, log: JSON.parse(record.payload) as NewActivity }))
    .filter(({ log }) => passes(log, filter, reader))
    .map(({ record, log }) => ({ record, item: itemOf(record, log, reader.userId) }))
    .toSorted((a, b) => b.record.createdAt - a.record.createdAt);
}

function itemOf(record: OutboxRecord, log: NewActivity, ownerId: number): FeedItem {
  const { accountName } = record.label;
  return {
    id: log.id,
    type: log.type,
    occurredAt: log.occurredAt,
    loggedAt: record.createdAt,
    ownerId,
    contributors: 1,
    level: log.level ?? 'full',
    attachmentCount: log.attachments?.length ?? 0,
    ...(log.direction && { direction: log.direction }),
    ...(log.outcome && { outcome: log.outcome }),
    ...(log.subject && { subject: log.subject }),
    ...((log.summary ?? log.text) && { snippet: (log.summary ?? log.text ?? '').slice(0, 200) }),
    ...(log.accountId && accountName && { account: { id: log.accountId, name: accountName } }),
    ...(log.nextStep && { nextStep: { ...log.nextStep, kind: log.nextStep.kind ?? 'other' } }),
  };
}

function passes(log: NewActivity, filter: FeedFilter, { userId, timeZone, today }: Reader): boolean {
  const { person, type, accountId, opportunityId, from, to } = paramsOf(filter, today);
  const day = dayOf(log.occurredAt, timeZone);
  return (
    (person === undefined || person === String(userId)) &&
    (type === undefined || type === log.type) &&
    (accountId === undefined || accountId === log.accountId) &&
    (opportunityId === undefined || opportunityId === log.opportunityId) &&
    (from === undefined || day >= from) &&
    (to === undefined || day <= to)
  );
}
