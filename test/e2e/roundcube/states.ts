import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import type { FrameResult } from '../../../shared/capture.ts';
import { BUILT, type Reader } from './extension.ts';
import { TICKED_STATES } from './ticked.ts';
import type { TruthFile } from './truth.ts';
import { address, openMessage, signIn } from './webmail.ts';

export type Check = (page: Page, reader: Reader, truth: TruthFile) => Promise<void>;

const REP = { user: 'rep@example.test', folder: 'INBOX' };

/** What Roundcube shows besides one message of its own: none of it may be taken for a mail. */
export const STATES: { name: string; check: Check }[] = [
  {
    name: 'a list without an open message is a list',
    async check(page, { capture }) {
      await signIn(page, REP.user, 'rep-pass');
      assert.deepEqual(await capture(page), { status: 'none', adapter: 'roundcube', reason: 'list' });
    },
  },
  {
    name: 'a mail being written is no mail',
    async check(page, { capture }) {
      await page.goto(address({ _action: 'compose', _reply_uid: 3, _mbox: 'INBOX' }), { waitUntil: 'load' });
      assert.deepEqual(await capture(page), { status: 'none', adapter: 'roundcube', reason: 'composing' });
    },
  },
  {
    name: 'an attached message opened by itself is that message',
    async check(page, { capture }) {
      await page.goto(address({ _action: 'show', _uid: '17.2', _mbox: 'INBOX' }), { waitUntil: 'load' });
      const mail = mailOf(await capture(page));
      assert.deepEqual(mail.from, { name: 'Priya Raman', email: 'priya.raman@harborlabs.example' });
      assert.equal(mail.messageId, '<en-inquiry.202609@harborlabs.example>');
    },
  },
  {
    name: 'the next message clicked in the list is the one that is read',
    async check(page, { capture }) {
      await openMessage(page, { ...REP, uid: 45 }, 'preview');
      const first = mailOf(await capture(page));
      await openMessage(page, { ...REP, uid: 46 }, 'preview');
      const second = mailOf(await capture(page));
      assert.deepEqual(
        [first, second].map(({ from }) => from?.email),
        ['alex.kim@northbay.example', 'alex.kim@southbay.example'],
      );
      assert.notEqual(first.pageKey, second.pageKey);
    },
  },
  {
    name: 'a message whose source cannot be had is read from the page, and says so',
    async check(page, { capture }) {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        void (request.url().includes('viewsource') ? request.abort() : request.continue());
      });
      await openMessage(page, { ...REP, uid: 17 }, 'page');
      const mail = mailOf(await capture(page));
      assert.deepEqual([mail.readFrom, mail.sourceError], ['dom', 'network']);
      assert.deepEqual(mail.from, { name: 'Tomás Rivera', email: 'tomas.rivera@example.test' });
      assert.equal(mail.subject, 'FW: original inquiry from Harbor Labs, as attachment');
      assert.ok(mail.text.endsWith('Tomás') && !mail.text.includes('Priya'), mail.text);
    },
  },
  {
    name: 'a page can be read again, and nothing is left in it',
    async check(page, { capture }) {
      await openMessage(page, { ...REP, uid: 35 }, 'page');
      const trace = () =>
        page.evaluate(() => [Object.keys(window), document.querySelector('#messagebody')?.outerHTML]);
      const before = await trace();
      const first = await capture(page);
      assert.deepEqual(await capture(page), first);
      assert.deepEqual(await trace(), before);
    },
  },
  ...TICKED_STATES,
  {
    name: 'the reading script weighs at most 120 KB gzip',
    async check() {
      const { length } = gzipSync(readFileSync(join(BUILT, 'capture.js')));
      assert.ok(length <= 120 * 1024, `${length} bytes`);
    },
  },
];

function mailOf(result: FrameResult) {
  assert.ok(result.status === 'item' && result.item.kind === 'mail', JSON.stringify(result));
  return result.item;
}
