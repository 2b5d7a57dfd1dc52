import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { FrameResult } from '../../../shared/capture.ts';
import type { Check } from './states.ts';
import { type TruthFile, wrongFields } from './truth.ts';
import { address, imapName, openMessage, rowOf, signIn } from './webmail.ts';

const REP = { user: 'rep@example.test', folder: 'INBOX' };
/** As they stand in the list, newest first. */
const UIDS = [47, 45, 35];

/** Messages ticked in the list of a real Roundcube: what the panel offers to log together. */
export const TICKED_STATES: { name: string; check: Check }[] = [
  {
    name: 'three ticked messages are counted, listed in order, and each is read as it was sent',
    async check(page, { capture, ask }, truth) {
      await signIn(page, REP.user, 'rep-pass');
      await openMessage(page, { ...REP, uid: UIDS[0] ?? 0 }, 'preview');
      const opened = await capture(page);
      await tick(page, UIDS.slice(1));
      await untilCounted(() => capture(page), 3);
      const keys = keysOf(await ask({ mode: 'selected' }));
      assert.deepEqual(
        keys,
        UIDS.map((uid) => keyOf(uid)),
      );
      assert.equal(opened.status === 'item' && opened.item.pageKey, keys[0]);
      for (const [index, key] of keys.entries()) {
        const result = await ask({ mode: 'message', key });
        assert.deepEqual(wrongFields(truthOf(truth, UIDS[index] ?? 0), result), []);
      }
    },
  },
  {
    name: 'a message ticked by its check box alone is a list, a message opened beside it is the mail',
    async check(page, { capture, ask }) {
      await page.goto(address({ _mbox: 'INBOX' }), { waitUntil: 'load' });
      await page.waitForSelector(rowOf(45));
      await page.$eval(`${rowOf(45)} .selection input`, (box) => (box as HTMLElement).click());
      await untilCounted(() => capture(page), 1);
      assert.deepEqual(keysOf(await ask({ mode: 'selected' })), [keyOf(45)]);
      await openMessage(page, { ...REP, uid: 46 }, 'preview');
      const mail = await capture(page);
      assert.equal(mail.status === 'item' && mail.item.pageKey, keyOf(46));
    },
  },
  {
    name: 'messages of several folders, found by a search, are listed and read under their own folder',
    async check(page, { capture, ask }) {
      await page.goto(address({ _mbox: 'INBOX' }), { waitUntil: 'load' });
      await page.waitForSelector(rowOf(29));
      await searchAll(page, '到货确认');
      await page.evaluate(() => Reflect.get(window, 'rcmail').command('select-all', 'page'));
      await untilCounted(() => capture(page), 2);
      const keys = keysOf(await ask({ mode: 'selected' }));
      assert.deepEqual(keys.toSorted(), [keyOf(29), keyOf(1, '客户')].toSorted());
      for (const key of keys) {
        const result = await ask({ mode: 'message', key });
        assert.ok(result.status === 'item' && result.item.kind === 'mail', JSON.stringify(result));
        assert.deepEqual([result.item.readFrom, result.item.subject], ['source', '到货确认']);
      }
    },
  },
];

async function tick(page: Page, uids: readonly number[]): Promise<void> {
  await page.keyboard.down('Control');
  for (const uid of uids) await page.click(`${rowOf(uid)} td.subject`);
  await page.keyboard.up('Control');
}

/** As the search form does, with all folders chosen. */
async function searchAll(page: Page, words: string): Promise<void> {
  await page.$eval('#mailsearchform', (input, value) => Object.assign(input, { value }), words);
  await page.evaluate(() => {
    const webmail = Reflect.get(window, 'rcmail');
    webmail.env.search_scope = 'all';
    webmail.command('search');
  });
  await page.waitForFunction(() => document.querySelectorAll('#messagelist tbody tr.message').length === 2);
}

/** Roundcube empties the preview a moment after the second message was ticked. */
async function untilCounted(capture: () => Promise<FrameResult>, count: number): Promise<void> {
  let result = await capture();
  for (let tries = 0; tries < 10 && result.status !== 'none'; tries += 1) result = await capture();
  assert.ok(result.status === 'none' && result.reason === 'list', JSON.stringify(result));
  assert.equal(result.selected, count);
}

function keysOf(result: FrameResult): string[] {
  assert.ok(result.status === 'selection', JSON.stringify(result));
  return result.messages.map(({ pageKey }) => pageKey);
}

const keyOf = (uid: number, folder = 'INBOX'): string =>
  address({ _action: 'show', _uid: uid, _mbox: imapName(folder) });

function truthOf({ messages }: TruthFile, uid: number) {
  const truth = messages.find(({ locations }) =>
    locations.some((one) => one.user === REP.user && one.folder === REP.folder && one.uid === uid),
  );
  assert.ok(truth, `no message ${uid}`);
  return truth;
}
