import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { captureKey, captureTab } from '../../../extension/app/capture-state.ts';
import type { Scripting } from '../../../extension/app/capture-tab.ts';
import {
  captured,
  followCaptures,
  holdsItem,
  otherItemOpen,
  probe,
} from '../../../extension/app/captured.ts';
import type { FrameResult } from '../../../shared/capture.ts';

const MAIL_HOST = 'https://mail.example';
const REFUSED = new Error('Cannot access contents of the page. Extension manifest must request permission');
const mail = (pageKey: string, text = ''): FrameResult => ({
  status: 'item',
  item: {
    kind: 'mail',
    adapter: 'roundcube',
    readFrom: 'dom',
    pageKey,
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    references: [],
    text,
    attachments: [],
  },
});

/** What the page of each tab answers; an error where it may not be read. */
const pages = new Map<number, FrameResult | Error>();
let allowed: string[] = [];
/** What the panel asked the service worker for. */
let asked: unknown[] = [];

async function open(url: string): Promise<{ id: number; windowId: number; url: string }> {
  const tab = await browser.tabs.create({ url, active: true, windowId });
  return { id: tab?.id ?? 0, windowId: tab?.windowId ?? 0, url };
}

const read = (tab: { id: number; windowId: number; url: string }) => captureTab(tab, { isInvited: true });

let windowId = 0;

beforeEach(async () => {
  windowId = (await browser.windows.create({ focused: true }))?.id ?? 0;
  pages.clear();
  allowed = [];
  asked = [];
  holdsItem.value = false;
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.every((one) => allowed.includes(one)),
  });
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ target, files }: { target: { tabId: number }; files?: string[] }) => {
      const page = pages.get(target.tabId) ?? new Error('No tab with id');
      if (page instanceof Error) throw page;
      return [{ frameId: 0, documentId: 'd', result: files ? page : undefined }];
    },
  });
  Object.assign(fakeBrowser.runtime, { sendMessage: async (message: unknown) => void asked.push(message) });
});
afterEach(() => void vi.useRealTimers());

test('what was read waits for the panel, however the service worker fares', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, mail('1'));
  await read(tab);
  await followCaptures();
  expect(captured.value).toMatchObject({
    state: 'done',
    tabId: tab.id,
    origin: MAIL_HOST,
    result: mail('1'),
  });
});

test('a later click wins over a reading that is still under way', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  const other = await open('https://slow.example/');
  let answer = () => {};
  const slow: Scripting['executeScript'] = async () => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    throw new Error('The tab was closed.');
  };
  const first = captureTab(other, { isInvited: true, scripting: { executeScript: slow } });
  pages.set(tab.id, mail('2'));
  await read(tab);
  answer();
  await first;
  const kept = await browser.storage.session.get(captureKey(tab.windowId));
  expect(kept[captureKey(tab.windowId)]).toMatchObject({ state: 'done', result: mail('2') });
});

test('more text than a log can carry is not kept', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, mail('1', '字'.repeat(1_000_000)));
  await read(tab);
  const kept = await browser.storage.session.get(captureKey(tab.windowId));
  expect(JSON.stringify(kept).length).toBeLessThan(250_000);
});

test('a page that may not be read yet says so, and one that never may', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, REFUSED);
  await followCaptures();
  await captureTab(tab, { isInvited: false });
  await expect.poll(() => captured.value).toMatchObject({ state: 'failed', reason: 'no_grant' });
  pages.set(tab.id, new Error('Cannot access a chrome:// URL'));
  await captureTab(tab, { isInvited: true });
  await expect.poll(() => captured.value).toMatchObject({ state: 'failed', reason: 'restricted_page' });
});

test('what a click grants is waited for, because the click itself may arrive before it', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, REFUSED);
  setTimeout(() => pages.set(tab.id, mail('1')), 80);
  await read(tab);
  const kept = await browser.storage.session.get(captureKey(tab.windowId));
  expect(kept[captureKey(tab.windowId)]).toMatchObject({ state: 'done', result: mail('1') });
});

test('what a click never grants is given up within a second', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, REFUSED);
  await read(tab);
  const kept = await browser.storage.session.get(captureKey(tab.windowId));
  expect(kept[captureKey(tab.windowId)]).toMatchObject({ state: 'failed', reason: 'no_grant' });
});

test('the same mail is the same, another one is noticed, a list is neither', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, mail('1'));
  await read(tab);
  await followCaptures();
  expect([await probe(), otherItemOpen.value]).toEqual(['same', false]);
  pages.set(tab.id, mail('2'));
  expect([await probe(), otherItemOpen.value]).toEqual(['other', true]);
  pages.set(tab.id, { status: 'none', reason: 'list' });
  expect([await probe(), otherItemOpen.value]).toEqual(['unknown', false]);
});

test('another message of the conversation that is shown is no other item', async () => {
  const thread = [
    { pageKey: 'first', isExpanded: true, isOpen: true },
    { pageKey: 'last', isExpanded: true, isOpen: false },
  ];
  const tab = await open(`${MAIL_HOST}/`);
  const first = mail('first');
  if (first.status === 'item') Object.assign(first.item, { thread });
  pages.set(tab.id, first);
  await read(tab);
  await followCaptures();
  pages.set(tab.id, mail('last'));
  expect(await probe()).toBe('same');
  pages.set(tab.id, mail('elsewhere'));
  expect(await probe()).toBe('other');
});

test('a tab that moved on to where it may not be read shows something else', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, mail('1'));
  await read(tab);
  await followCaptures();
  pages.set(tab.id, new Error('Cannot access contents of the page.'));
  expect(await probe()).toBe('other');
});

test('a page that does not answer is not known to be another, and the answer comes in time', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, mail('1'));
  await read(tab);
  await followCaptures();
  vi.useFakeTimers();
  Object.assign(fakeBrowser.scripting, { executeScript: () => new Promise(() => {}) });
  const answer = probe();
  await vi.advanceTimersByTimeAsync(1500);
  expect(await answer).toBe('unknown');
  await vi.advanceTimersByTimeAsync(5000);
});

test('another tab in front is another item', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, mail('1'));
  await read(tab);
  await followCaptures();
  const second = await open('https://other.example/');
  pages.set(second.id, new Error('Cannot access contents of the page.'));
  expect(await probe()).toBe('other');
});

test('on a site that is allowed for good the new item is read without being asked', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, mail('1'));
  await read(tab);
  allowed = [`${MAIL_HOST}/*`];
  await followCaptures();
  pages.set(tab.id, mail('2'));
  dispatchEvent(new Event('focus'));
  await expect.poll(() => asked).toContainEqual({ type: 'capture', windowId: tab.windowId });
});

test('but not while the person has typed something about the one shown', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  pages.set(tab.id, mail('1'));
  await read(tab);
  allowed = [`${MAIL_HOST}/*`];
  await followCaptures();
  holdsItem.value = true;
  pages.set(tab.id, mail('2'));
  dispatchEvent(new Event('focus'));
  await expect.poll(() => otherItemOpen.value).toBe(true);
  expect(asked).toEqual([]);
});

test('a reading whose service worker died does not last for ever', async () => {
  const tab = await open(`${MAIL_HOST}/`);
  vi.useFakeTimers();
  await browser.storage.session.set({
    [captureKey(tab.windowId)]: { state: 'reading', tabId: tab.id, since: Date.now() },
  });
  await followCaptures();
  expect(captured.value.state).toBe('reading');
  await vi.advanceTimersByTimeAsync(21_000);
  expect(captured.value).toEqual({ state: 'failed', reason: 'timeout' });
});
