import type { Page } from 'puppeteer-core';
import type { Look, Stop, Tour } from './tour.ts';
import { tickMails } from './webmail.ts';

/** Messages ticked in a list, and the table in which they are logged together. */
export async function walkTicked(tour: Tour, stop: Stop): Promise<void> {
  const { around, webmail, panel } = tour;
  const { page } = panel;
  await webmail.goto(webmail.url().replace(/\?.*/, '?_task=mail&_mbox=INBOX'));
  await around.clickIcon(webmail);
  await stop('no-mail');
  await tickMails(webmail, 3);
  await around.clickIcon(webmail);
  await stop('ticked');
  await page.keyboard.press('l');
  await page.waitForSelector('[data-testid=catch-up] tbody tr');
  await stop('catch-up');
  await page.click('[data-testid=catch-up] tbody .btn-link');
  await stop('catch-up-pick');
  await page.keyboard.press('Escape');
  await page.click('#tab-now');
}

/** Now: pages that are no mail, a mail of somebody unknown, and one that is logged. */
export async function walkMail(tour: Tour, look: Look, stop: Stop): Promise<void> {
  const { around, mailbox, panel } = tour;
  await walkPage(tour, stop);
  const tab = await around.page(`${mailbox.url}${look.unknown}`);
  await around.clickIcon(tab);
  await walkUnknown(panel.page, stop);
  await tab.goto(`${mailbox.url}${look.known}`);
  await around.clickIcon(tab);
  await walkKnown(panel.page, stop);
  await tab.close();
}

/** Pages that are no mail: one that can be saved, and one that the browser keeps to itself. */
async function walkPage({ around, stack, panel: { page } }: Tour, stop: Stop): Promise<void> {
  const other = await around.page(`${stack.url}/docs`);
  await around.clickIcon(other);
  await stop('page');
  await page.keyboard.press('s');
  await stop('page-chosen');
  await other.goto('chrome://version');
  await around.clickIcon(other);
  await stop('restricted');
  await other.close();
}

async function walkUnknown(page: Page, stop: Stop): Promise<void> {
  await page.waitForSelector('.proof-field');
  await stop('unknown-contact');
  await page.click('.proof-field .proof-value');
  await stop('unknown-typing');
  await page.keyboard.press('Escape');
  const ways = await page.$$('main .panel-body [role=radio]');
  await ways[1]?.click();
  await stop('unknown-lead');
  await ways[0]?.click();
}

async function walkKnown(page: Page, stop: Stop): Promise<void> {
  await page.waitForSelector('[data-testid=kept-text]');
  await stop('now');
  await page.click('[data-testid=now-mail] [aria-controls]');
  await stop('now-people');
  await page.click('[data-testid=now-mail] [aria-pressed]');
  await stop('now-editing');
  await page.click('[data-testid=now-mail] [aria-pressed]');
  for (const level of ['3', '1', '4'] as const) {
    await press(page, 'Alt', level);
    if (level !== '4') await stop(level === '3' ? 'now-summary' : 'now-fact');
  }
  await page.click('.action-bar [aria-haspopup=listbox]');
  await stop('now-who');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.keyboard.type('Call 2027-03-04');
  await stop('now-step');
  await press(page, 'Control', 'Enter');
  await page.waitForSelector('[data-testid=saved]');
  await stop('saved');
}

async function press(page: Page, held: 'Alt' | 'Control', key: 'Enter' | '1' | '3' | '4'): Promise<void> {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}
