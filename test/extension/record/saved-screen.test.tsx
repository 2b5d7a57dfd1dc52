import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { SavedScreen } from '../../../extension/activities/SavedScreen.tsx';
import { savedLog, saveLog } from '../../../extension/activities/saved.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { toast } from '../../../extension/app/toast.ts';
import { HENGCHUAN, idOf, me, opportunityOf } from '../activities/samples.ts';
import { close, open, outboxPayloads, press, text, until } from '../activities/screen.tsx';

afterEach(close);

function Shown() {
  return savedLog.value ? <SavedScreen saved={savedLog.value} me={me} /> : null;
}

/** A log that was just saved while the server is silent. */
async function saved(): Promise<void> {
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
