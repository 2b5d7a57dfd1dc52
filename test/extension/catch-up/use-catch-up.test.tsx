import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Session } from '../../../extension/app/session.ts';
import { rememberLevel } from '../../../extension/app/usual-levels.ts';
import { type CatchUp, useCatchUp } from '../../../extension/catch-up/use-catch-up.ts';
import { contextWith, mailOf, me } from '../activities/samples.ts';
import { answering, capture, close, open, until } from '../activities/screen.tsx';

const KEYS = ['message-1', 'message-2', 'message-3'];
let at = 0;

beforeEach(() => {
  at = 0;
  const answers = [
    { status: 'selection', adapter: 'test', messages: KEYS.map((pageKey) => ({ pageKey })) },
    ...KEYS.map((pageKey) => ({ status: 'item', item: mailOf({ pageKey }) })),
  ];
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ files }: { files?: string[] }) => [
      { frameId: 0, documentId: 'd', result: files ? answers[at++] : undefined },
    ],
  });
});
afterEach(close);
afterEach(() => vi.restoreAllMocks());

const session: Session = { server: 'https://crm.example', token: 't', me };
let shown: CatchUp;

function Shown() {
  shown = useCatchUp(session);
  return null;
}

test('what was usually kept is read from the device once, and holds for each message', async () => {
  await rememberLevel(session, 'hengchuan.example', 'fact');
  const read = vi.spyOn(fakeBrowser.storage.local, 'get');
  capture(mailOf());
  open(<Shown />, answering(contextWith()));
  await until(() => shown.lines.length === 3 && shown.lines.every(({ state }) => state === 'read'));
  expect(shown.lines.map(({ usualLevel }) => usualLevel)).toEqual(['fact', 'fact', 'fact']);
  expect(read.mock.calls.filter(([key]) => String(key).startsWith('levels'))).toHaveLength(1);
});
