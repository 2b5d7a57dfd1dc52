import { QueryClientProvider } from '@tanstack/preact-query';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { deviceDb } from '../../../extension/app/device-db.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { RejectedRow } from '../../../extension/outbox/RejectedRow.tsx';
import { newRecord, type OutboxRecord } from '../../../extension/outbox/record.ts';
import type { NewActivity } from '../../../shared/activity.ts';
import { idOf, me } from '../activities/samples.ts';
import { signInTo } from '../setup/server.ts';
import { byRole, click, show } from './render.ts';

const OWNER = { server: 'http://localhost:8787', userId: me.user.id, workspaceId: me.workspace.id };
const LOG: NewActivity = {
  id: idOf(1),
  type: 'email',
  occurredAt: 1,
  level: 'subject',
  subject: 'Line 2',
  accountId: idOf(2),
  opportunityId: idOf(3),
};

/** The row of a log that the server refused with `code`. */
async function refused(code: string): Promise<void> {
  const about = { kind: 'activity', label: { title: 'Line 2', type: 'email' }, createdAt: 1 } as const;
  const record: OutboxRecord = {
    ...(await newRecord(OWNER, LOG, about)),
    state: 'rejected',
    error: { code },
  };
  await (await deviceDb()).put('outbox', record);
  signInTo(me, () => ({
    body: { items: [{ id: idOf(4), name: 'Line 3', status: 'open', currency: 'CNY' }] },
  }));
  show(
    <QueryClientProvider client={queryClient}>
      <RejectedRow record={record} />
    </QueryClientProvider>,
  );
}

const fillDisk = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
const pressButton = (name: string) => act(() => byRole('button', name).click());

afterEach(async () => {
  vi.restoreAllMocks();
  queryClient.clear();
  await (await deviceDb()).clear('outbox');
});

test.each([
  ['invalid', ['Edit', 'Send again']],
  ['opportunity_closed', ['Account only']],
  ['opportunity_closed', ['Choose another', 'Account only']],
  ['hash_conflict', ['Send as new']],
  ['already_exists', ['Send as new']],
])('refused with %s, mended by %j: a full disk is told', async (code, buttons) => {
  await refused(code);
  fillDisk();
  for (const name of buttons) pressButton(name);
  await vi.waitFor(() => expect(byRole('alert').textContent).toContain('disk is full'));
});

test('a log at level subject is offered no field that would carry more', async () => {
  await refused('invalid');
  click(byRole('button', 'Edit'));
  expect([...document.querySelectorAll('input, textarea')].map((field) => field.tagName)).toEqual([
    'INPUT',
    'INPUT',
  ]);
});
