import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { refile } from '../../../extension/activities/move/refile.ts';
import { SavedScreen } from '../../../extension/activities/SavedScreen.tsx';
import { type SavedLog, savedLog, saveLog } from '../../../extension/activities/saved.ts';
import type { About } from '../../../extension/activities/write/written.ts';
import { deviceDb } from '../../../extension/app/device-db.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { toast } from '../../../extension/app/toast.ts';
import { refresh } from '../../../extension/outbox/live-view.ts';
import type { OutboxRecord } from '../../../extension/outbox/record.ts';
import type { NewActivity } from '../../../shared/activity.ts';
import { HENGCHUAN, idOf, me, opportunityOf } from '../activities/samples.ts';
import { button, close, open, outboxPayloads, press, text, until } from '../activities/screen.tsx';

afterEach(close);

function Shown() {
  return savedLog.value ? <SavedScreen saved={savedLog.value} me={me} /> : null;
}

/** A log that was just saved while the server is silent, about an account that is there or to be added. */
async function saved(extra: Partial<NewActivity> = {}): Promise<void> {
  open(<Shown />, {});
  const [first, second] = [opportunityOf(11), opportunityOf(12)];
  queryClient.setQueryData(['opportunities', 'of', HENGCHUAN.id], { items: [first, second] });
  await act(() =>
    saveLog({
      ...{ source: 's', title: 'A call', reopen: async () => {} },
      about: { account: HENGCHUAN, opportunity: first },
      payload: {
        ...{ id: idOf(31), type: 'call', occurredAt: 1 },
        ...{ accountId: HENGCHUAN.id, opportunityId: first.id },
        ...extra,
      },
    }),
  );
}

test('a log that is not delivered is moved on this device, and back', async () => {
  await saved();
  await press('Move elsewhere');
  await press(opportunityOf(12).name);
  await until(() => toast.value?.text.startsWith('Moved to'));
  expect(await outboxPayloads()).toMatchObject([{ accountId: HENGCHUAN.id, opportunityId: idOf(12) }]);
  expect(savedLog.value?.about.opportunity?.id).toBe(idOf(12));
  await act(async () => toast.value?.action?.run());
  await until(() => toast.value?.text === 'Moved back');
  expect(await outboxPayloads()).toMatchObject([{ opportunityId: idOf(11) }]);
});

test('the account alone is a place of its own', async () => {
  await saved();
  await press('Move elsewhere');
  await until(() => text().includes(`${HENGCHUAN.name} only`));
  const row = [...document.querySelectorAll('button')].find((one) => one.textContent?.endsWith(' only'));
  await act(() => row?.click());
  await until(() => toast.value?.text.startsWith('Moved to'));
  const [payload] = await outboxPayloads();
  expect(payload?.accountId).toBe(HENGCHUAN.id);
  expect(payload?.opportunityId).toBeUndefined();
});

test('who does not move it after all is back at the button', async () => {
  await saved();
  await press('Move elsewhere');
  await press('Cancel');
  await until(() => button('Move elsewhere'));
  expect(document.activeElement).toBe(button('Move elsewhere'));
});

const NEW_CONTACT = idOf(41);
/** Somebody new, who comes into being with the log. */
const withNewContact: Partial<NewActivity> = {
  contactId: NEW_CONTACT,
  parties: [{ role: 'participant', name: 'Li Wei', contactId: NEW_CONTACT }],
  create: { contact: { id: NEW_CONTACT, name: 'Li Wei', accountId: HENGCHUAN.id } },
};

const aboutNewContact = (log: SavedLog): About => ({
  account: HENGCHUAN,
  contact: { id: log.payload.contactId ?? '', name: 'Li Wei' },
});

async function movedAway() {
  await saved(withNewContact);
  const before = savedLog.value;
  if (!before) throw new Error('nothing saved');
  const log = { ...before, about: aboutNewContact(before) };
  const result = await refile(log, { account: { id: idOf(51), name: 'Elsewhere' } });
  return { ...result, id: before.id };
}

/** The record in the queue, as the sender would have left it. */
async function become(id: string, change: Partial<OutboxRecord>): Promise<void> {
  const db = await deviceDb();
  const record = await db.get('outbox', id);
  if (record) await db.put('outbox', { ...record, ...change });
  await act(refresh);
}

const expectRestored = (payload: NewActivity | undefined) => {
  expect(payload).toMatchObject({
    accountId: HENGCHUAN.id,
    opportunityId: idOf(11),
    contactId: payload?.create?.contact?.id,
    parties: [{ name: 'Li Wei', contactId: payload?.create?.contact?.id }],
    create: { contact: { name: 'Li Wei', accountId: HENGCHUAN.id } },
  });
};

test('whoever was to be added with a log is so again when its move is taken back', async () => {
  const { now, moveBack } = await movedAway();
  expect(now.payload.create).toBeUndefined();
  const back = await moveBack();
  const [payload] = await outboxPayloads();
  expectRestored(payload);
  expect(back.about.contact?.id).toBe(payload?.contactId);
});

test.each<[string, Partial<OutboxRecord>]>([
  ['was tried without an answer', { attempts: 1 }],
  [
    'is delivered',
    { state: 'delivered', payload: '', attempts: 1, deliveredAt: Date.now(), recordId: idOf(61) },
  ],
])('the same where the moved log %s: that is taken back first', async (_, change) => {
  const { now, moveBack, id } = await movedAway();
  await become(now.id, change);
  const back = await moveBack();
  expect(back.id).not.toBe(id);
  const [payload] = (await outboxPayloads()).filter((one) => one.id === back.id);
  expectRestored(payload);
  expect(payload?.contactId).not.toBe(NEW_CONTACT);
  const records = await (await deviceDb()).getAll('outbox');
  const undo = records.find(({ kind }) => kind === 'undo');
  expect(undo?.target).toBe(now.id);
  expect(records.find((record) => record.id === back.id)?.after).toBe(undo?.id);
});

test('once delivered it says whether the contact was added or one that was there is used', async () => {
  await saved(withNewContact);
  const log = savedLog.value;
  if (!log) throw new Error('nothing saved');
  await act(() => {
    savedLog.value = { ...log, about: aboutNewContact(log) };
  });
  await until(() => text().includes('Li Weiadded'));
  const delivered = { state: 'delivered', deliveredAt: Date.now(), recordId: log.id } as const;
  await become(log.id, { ...delivered, records: { contactId: NEW_CONTACT } });
  await until(() => text().includes('Li Weiadded'));
  await become(log.id, { ...delivered, records: { contactId: idOf(42) } });
  await until(() => text().includes('Li Weiexisting one used'));
});
