import { QueryClientProvider } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FeedScreen } from '../../../extension/activities/FeedScreen.tsx';
import { NowScreen } from '../../../extension/activities/NowScreen.tsx';
import { RecordScreen } from '../../../extension/activities/RecordScreen.tsx';
import { savedLog } from '../../../extension/activities/saved.ts';
import { captured } from '../../../extension/app/captured.ts';
import { boundKeys } from '../../../extension/app/keyboard.ts';
import { loadLaterScreens } from '../../../extension/app/later.ts';
import { go } from '../../../extension/app/navigation.ts';
import { queryClient } from '../../../extension/app/queries.ts';
import { Shell } from '../../../extension/app/Shell.tsx';
import { isKeyMapOpen } from '../../../extension/app/shell/is-key-map-open.ts';
import { KEY_MAP, type KeyGroup } from '../../../extension/app/shell/key-map.ts';
import { forgetToasts } from '../../../extension/app/toast.ts';
import { CatchUpScreen } from '../../../extension/catch-up/CatchUpScreen.tsx';
import { TodayScreen } from '../../../extension/tasks/TodayScreen.tsx';
import type { Context } from '../../../shared/context.ts';
import {
  contextWith,
  HENGCHUAN,
  idOf,
  mailOf,
  matchOf,
  me,
  opportunityOf,
  pageOf,
} from '../activities/samples.ts';
import { capture } from '../activities/screen.tsx';
import { feedItem } from '../feed/samples.ts';
import { signInTo } from '../setup/server.ts';
import { task, today } from '../tasks/samples.ts';
import { byRole, click, press, show } from './render.ts';

const known: Context = contextWith({
  accounts: [matchOf(HENGCHUAN)],
  isCertain: true,
  opportunities: [opportunityOf(11), opportunityOf(12)],
});
const record = {
  ...feedItem(3, { ownerId: me.user.id }),
  isTextCut: false,
  parties: [],
  attachments: [],
  contributions: [{ userId: me.user.id, level: 'full', visibility: 'team', loggedAt: 1, receiptId: idOf(9) }],
  version: 1,
};
const ANSWERS: Record<string, unknown> = {
  '/me': me,
  '/activities': { items: [feedItem(3), feedItem(2)] },
  '/today': today({ due: [task(1)] }),
  '/context': known,
  [`/activities/${record.id}`]: record,
};

const draw = (screen: ComponentChildren) =>
  show(<QueryClientProvider client={queryClient}>{screen}</QueryClientProvider>);
const there = (selector: string) =>
  vi.waitFor(() => expect(document.querySelector(selector)).not.toBeNull(), 5000);

beforeEach(() => {
  signInTo(me, ({ path }) => ({ body: ANSWERS[path] ?? null }));
});
afterEach(() => {
  queryClient.clear();
  forgetToasts();
  savedLog.value = undefined;
  isKeyMapOpen.value = false;
  captured.value = { state: 'idle' };
  go({ name: 'now' });
});

type Where = keyof typeof KEY_MAP;
const keysOf = (...where: Where[]) =>
  where.flatMap((one) => [...KEY_MAP[one].lines.flatMap(({ keys }) => [...keys])]);

/** The screen binds every key of its own groups, and none that the map does not tell. Enter may be the row's own. */
async function expectBound(own: Where[], alsoInForce: Where[] = []): Promise<void> {
  const told = keysOf(...own).filter((key) => key !== 'enter');
  await vi.waitFor(() => expect(boundKeys()).toEqual(expect.arrayContaining(told)), 5000);
  expect(keysOf(...own, ...alsoInForce)).toEqual(expect.arrayContaining(boundKeys()));
}

test('anywhere', async () => {
  show(<Shell />);
  await there('#tab-now');
  await expectBound(['anywhere']);
});

test('a mail that is ready to log, and the undo of its log', async () => {
  capture(mailOf());
  draw(<NowScreen />);
  await there('#now-opportunity');
  const ready = keysOf('now').filter((key) => key !== 'mod+z');
  await vi.waitFor(() => expect(boundKeys().toSorted()).toEqual(ready.toSorted()), 5000);
  await there('[data-autofocus][aria-disabled=false]');
  press(document.body, 'Enter', { ctrlKey: true });
  await there('[data-testid=saved]');
  await vi.waitFor(() => expect(boundKeys()).toEqual(['mod+z']), 5000);
});

test('a page that is no mail, and messages ticked in a list', async () => {
  capture(pageOf());
  draw(<NowScreen />);
  await there('h1');
  await vi.waitFor(() => expect(boundKeys().toSorted()).toEqual(['n', 's']), 5000);
  const shown = captured.peek();
  if (shown.state !== 'done') throw new Error('no page was read');
  act(() => {
    captured.value = { ...shown, result: { status: 'none', reason: 'list', selected: 3 } };
  });
  await expectBound([], ['anywhere', 'no_mail']);
  await vi.waitFor(() => expect(boundKeys()).toContain('l'), 5000);
});

test('the feed', async () => {
  draw(<FeedScreen />);
  await there('[data-activity]');
  await expectBound(['lists', 'feed']);
});

test('today', async () => {
  draw(<TodayScreen />);
  await there('[data-row]');
  await expectBound(['lists', 'today']);
});

test('messages to catch up with', async () => {
  draw(<CatchUpScreen />);
  await expectBound(['catch_up'], ['lists', 'now']);
});

test('one record, opened from the feed', async () => {
  go({ name: 'feed' });
  go({ name: 'record', id: record.id });
  draw(<RecordScreen id={record.id} />);
  await there('article [aria-haspopup=menu]');
  await expectBound(['record']);
});

test('the map tells each of them, in its order', async () => {
  await loadLaterScreens();
  show(<Shell />);
  await there('#tab-now');
  press(document.body, '?');
  const lines = Object.values<KeyGroup>(KEY_MAP).flatMap((group) => group.lines);
  const told = [...document.querySelectorAll('dialog dd .sr-only')].map(({ textContent }) => textContent);
  expect(told).toEqual(lines.map(({ keys, shownAs }) => shownAs ?? keys.join(', ')));
  click(byRole('button', 'Close'));
  expect(document.querySelector('dialog')).toBeNull();
});
