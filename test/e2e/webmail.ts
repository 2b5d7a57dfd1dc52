import type { ElementHandle, Page } from 'puppeteer-core';
import type { Surroundings } from './harness.ts';

export const WEBMAIL = process.env.WEBMAIL ?? 'http://127.0.0.1:8401';

/** A tab with the list of the rep's mailbox, a preview beside it. */
export async function openWebmail(around: Surroundings): Promise<Page> {
  const page = await around.page(WEBMAIL);
  if (await page.$('#rcmloginuser')) {
    await page.type('#rcmloginuser', 'rep@example.test');
    await page.type('#rcmloginpwd', 'rep-pass');
    await Promise.all([page.waitForNavigation(), page.click('#rcmloginsubmit')]);
  }
  await page.waitForSelector('#messagelist tbody tr');
  return page;
}

/** Clicks the topmost message whose subject begins with `subject`, and waits for its preview. */
export async function openMail(page: Page, subject: string): Promise<void> {
  // Roundcube draws its list anew when it hears of changes, and a click on a row that has just gone is lost.
  for (let tries = 1; tries <= 5; tries++) {
    const row = await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('#messagelist tbody tr')].find((candidate) =>
          candidate.querySelector('.subject a')?.textContent.trim().startsWith(wanted),
        ),
      { polling: 100 },
      subject,
    );
    await (row.asElement() as ElementHandle<Element> | null)?.click().catch(() => undefined);
    if (await isPreviewed(page, subject)) return;
  }
  throw new Error(`Roundcube does not show “${subject}”.`);
}

/** Ticks the first `count` messages of the list, as Ctrl and a click do. */
export async function tickMails(page: Page, count: number): Promise<void> {
  const rows = await page.$$('#messagelist tbody tr.message');
  await page.keyboard.down('Control');
  for (const row of rows.slice(0, count)) await row.click();
  await page.keyboard.up('Control');
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('#messagelist tbody tr.selected').length === wanted,
    { polling: 100 },
    count,
  );
}

async function isPreviewed(page: Page, subject: string): Promise<boolean> {
  const shown = page.waitForFunction(
    (wanted) => {
      const preview = document.querySelector<HTMLIFrameElement>('#messagecontframe')?.contentDocument;
      const heading = preview?.querySelector('#message-header .subject')?.textContent ?? '';
      return preview?.readyState === 'complete' && heading.replace(/\s+/g, ' ').includes(wanted);
    },
    { polling: 100, timeout: 8000 },
    subject,
  );
  return shown.then(
    () => true,
    () => false,
  );
}
