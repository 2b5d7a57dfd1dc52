import { expect, test } from 'vitest';
import { queuedRows } from '../../../extension/activities/feed/queued.ts';
import type { OutboxRecord } from '../../../extension/outbox/record.ts';
import { EMPTY_VIEW } from '../../../extension/outbox/view.ts';
import type { NewActivity } from '../../../shared/activity.ts';

const reader = { userId: 7, timeZone: 'Asia/Shanghai', today: '2026-11-18' };
const NOON = Date.UTC(2026, 10, 18, 4);

function queued(log: Partial<NewActivity>, more: Partial<OutboxRecord> = {}): OutboxRecord {
  const payload = { id: crypto.randomUUID(), type: 'call', occurredAt: NOON, ...log };
  return {
    id: payload.id,
    server: 'http://localhost',
    userId: 7,
    workspaceId: 'w',
    kind: 'activity',
    payload: JSON.stringify(payload),
    hash: '',
    label: { title: '', type: 'call' },
    createdAt: NOON,
    attempts: 0,
    state: 'waiting',
    ...more,
  };
}

test('what waits reads as the row that it will be', () => {
  const record = queued(
    {
      accountId: 'a',
      summary: '招标推迟',
      outcome: 'connected',
      nextStep: { taskId: 't', text: '报价', dueOn: '2026-11-20' },
    },
    { label: { title: '', accountName: '海曲港务', type: 'call' } },
  );
  const [row] = queuedRows({ ...EMPTY_VIEW, waiting: [record] }, {}, reader);
  expect(row?.item).toMatchObject({
    ownerId: 7,
    account: { name: '海曲港务' },
    snippet: '招标推迟',
    outcome: 'connected',
    nextStep: { kind: 'other', text: '报价' },
  });
});

test('refused ones stay in sight, undos are no rows', () => {
  const outbox = {
    ...EMPTY_VIEW,
    rejected: [queued({}, { state: 'rejected', createdAt: NOON - 1 })],
    waiting: [queued({}), queued({}, { kind: 'undo' })],
  };
  expect(queuedRows(outbox, {}, reader).map(({ record }) => record.state)).toEqual(['waiting', 'rejected']);
});

test.each([
  [{}, 1],
  [{ person: 7 }, 1],
  [{ person: 8 }, 0],
  [{ type: 'call' as const }, 1],
  [{ type: 'visit' as const }, 0],
  [{ day: 'today' as const }, 1],
  [{ day: 'yesterday' as const }, 0],
  [{ account: { id: 'a', name: 'A' } }, 0],
])('the filter %j lets %i through', (filter, count) => {
  expect(queuedRows({ ...EMPTY_VIEW, waiting: [queued({})] }, filter, reader)).toHaveLength(count);
});
