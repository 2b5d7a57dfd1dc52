import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CapturedItem } from '../../../extension/activities/captured-item.ts';
import { isTakenBack, queueLog, takeBack } from '../../../extension/activities/saved.ts';
import { toast } from '../../../extension/app/toast.ts';
import type { Line } from '../../../extension/catch-up/lines.ts';
import { askContext } from '../../../extension/catch-up/read-messages.ts';
import { useSaveAll } from '../../../extension/catch-up/save-all.ts';
import { contextWith, describe, idOf, mailOf, me } from '../activities/samples.ts';
import { answering, close, open, outboxPayloads, press, until } from '../activities/screen.tsx';

let captured: CapturedItem;
beforeEach(async () => {
  captured = await describe(mailOf());
});
afterEach(close);

function Batch({ lines }: { lines: readonly Line[] }) {
  const { saveAll } = useSaveAll({ lines, me, forAll: {}, change: () => {} });
  return (
    <button type="button" onClick={saveAll}>
      Log all
    </button>
  );
}

/** As if it had been logged from its own page and taken back there. */
async function logAndTakeBack(): Promise<void> {
  const { messageKey } = captured;
  const payload = { id: idOf(71), type: 'email' as const, occurredAt: 1, ...(messageKey && { messageKey }) };
  await act(async () => {
    const id = await queueLog({ payload, title: '', about: {} });
    await takeBack({ id, payload });
  });
}

test('a message that was taken back before is logged again, until that too is taken back', async () => {
  const line: Line = { listed: { pageKey: 'a' }, state: 'read', captured, context: contextWith(), edits: {} };
  open(<Batch lines={[line]} />, {});
  await logAndTakeBack();
  expect(isTakenBack(captured.messageKey ?? '')).toBe(true);
  await press('Log all');
  await until(() => toast.value?.action);
  expect(isTakenBack(captured.messageKey ?? '')).toBe(false);
  await act(async () => toast.value?.action?.run());
  await until(() => isTakenBack(captured.messageKey ?? ''));
  expect(await outboxPayloads()).toEqual([]);
});

test('what was taken back is not called logged, although the server has not heard of it', async () => {
  captured = await describe(mailOf({ messageId: 'another@example.com' }));
  const logged = { activityId: 'a', byMe: true, by: [{ userId: me.user.id, loggedAt: 1 }] };
  open(<p />, answering(contextWith({ logged })));
  expect((await askContext(captured, me))?.logged).toEqual(logged);
  await logAndTakeBack();
  expect((await askContext(captured, me))?.logged).toBeUndefined();
});
