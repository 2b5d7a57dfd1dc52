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
  const row = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('#messagelist tbody tr')].find((candidate) =>
        candidate.querySelector('.subject a')?.textContent.trim().startsWith(wanted),
      ),
    { polling: 100 },
    subject,
  );
  await (row.asElement() as ElementHandle<Element> | null)?.click();
  await page.waitForFunction(
    (wanted) => {
      const preview = document.querySelector<HTMLIFrameElement>('#messagecontframe')?.contentDocument;
      const shown = preview?.querySelector('#message-header .subject')?.textContent ?? '';
      return preview?.readyState === 'complete' && shown.replace(/\s+/g, ' ').includes(wanted);
    },
    { polling: 100 },
    subject,
  );
}
