import type { Page } from 'puppeteer-core';
import type { Location } from './truth.ts';

export const WEBMAIL = process.env.ROUNDCUBE_URL ?? 'http://127.0.0.1:8401/';

/** The three ways in which Roundcube shows a message. */
export const VIEWS = ['preview', 'page', 'window'] as const;
export type View = (typeof VIEWS)[number];

export async function signIn(page: Page, user: string, password: string): Promise<void> {
  const cookies = await page.browserContext().cookies();
  await page.browserContext().deleteCookie(...cookies);
  await page.goto(WEBMAIL, { waitUntil: 'load' });
  await page.type('#rcmloginuser', user);
  await page.type('#rcmloginpwd', password);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('#rcmloginsubmit')]);
  await page.waitForSelector('#messagecontframe');
}

/** Roundcube's addresses name folders as IMAP does, in modified UTF-7 (RFC 3501 §5.1.3). */
export const imapName = (folder: string): string =>
  folder.replace(/[^ -~]+/g, (run) => {
    const base64 = Buffer.from(run, 'utf16le').swap16().toString('base64');
    return `&${base64.replace(/=+$/, '').replaceAll('/', ',')}-`;
  });

/** The address of a Roundcube page. */
export function address(query: Record<string, string | number>): string {
  const pairs = Object.entries(query).map(([key, value]) => [key, String(value)]);
  return `${WEBMAIL}?${new URLSearchParams([['_task', 'mail'], ...pairs])}`;
}

/**
 * Opens a message and answers the page that shows it. Roundcube's own window is opened as a tab: the window that it asks
 * for has neither toolbar nor side panel, and the page in it is the same.
 */
export async function openMessage(page: Page, location: Location, view: View): Promise<Page> {
  const { uid } = location;
  const folder = imapName(location.folder);
  if (view === 'page') {
    await page.goto(address({ _mbox: folder, _uid: uid, _action: 'show' }), { waitUntil: 'load' });
    return page;
  }
  await page.goto(address({ _mbox: folder }), { waitUntil: 'load' });
  await page.waitForSelector(rowOf(uid));
  await page.click(`${rowOf(uid)} td.subject`);
  await shownMessage(page, uid);
  if (view === 'preview') return page;
  return ownWindow(page, address({ _mbox: folder, _uid: uid, _action: 'show', _extwin: 1 }));
}

/** The row of a message in the list. */
export const rowOf = (uid: number): string =>
  `#rcmrow${Buffer.from(String(uid)).toString('base64').replace(/=+$/, '')}`;

async function shownMessage(page: Page, uid: number): Promise<void> {
  const frame = await page.waitForFrame((one) => new URLSearchParams(one.url()).get('_uid') === String(uid));
  await frame.waitForSelector('#message-header');
}

async function ownWindow(page: Page, url: string): Promise<Page> {
  const opened = page.browser().waitForTarget((target) => target.url() === url);
  await page.evaluate((href) => void window.open(href), url);
  const shown = await (await opened).asPage();
  await shown.waitForFunction(() => document.readyState === 'complete');
  await shown.waitForSelector('#message-header');
  return shown;
}
