import type { Page } from 'puppeteer-core';
import type { Surroundings } from './harness.ts';
import type { Panel } from './panel.ts';
import type { Stack } from './stack.ts';
import { openMail, tickMails } from './webmail.ts';

export type Look = { language: 'zh-CN' | 'en'; theme: 'light' | 'dark'; mail: string };

/** Each language and theme with a known mail of its own, so that every one of them can be logged. */
export const LOOKS: readonly Look[] = [
  { language: 'zh-CN', theme: 'light', mail: '询价：在线浊度仪' },
  { language: 'zh-CN', theme: 'dark', mail: '合同及报价单附件' },
  { language: 'en', theme: 'light', mail: 'Inline turbidity meters' },
  { language: 'en', theme: 'dark', mail: 'Site survey for the Tacoma' },
];

type Tour = { stack: Stack; around: Surroundings; webmail: Page; panel: Panel };
/** Called on each screen once it stands still. */
type Visit = (screen: string, look: Look) => Promise<void>;

export const settle = (ms = 700) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Every screen of the panel in both languages and both themes, signed out first. */
export async function walk(tour: Tour, visit: Visit): Promise<void> {
  const { panel, stack } = tour;
  await panel.page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2 });
  for (const look of LOOKS) {
    await wear(panel.page, look);
    await settle();
    await visit('first', look);
  }
  await wear(panel.page, { language: 'en', theme: 'light' });
  await panel.signIn(stack, 'rep');
  for (const look of LOOKS) {
    await wear(panel.page, look);
    const stop = async (screen: string, ms?: number) => {
      await settle(ms);
      await visit(screen, look);
    };
    // Without the chance to undo that the last look's log left behind.
    await panel.page.reload();
    await walkMail(tour, look, stop);
    await walkScreens(panel.page, stop);
  }
}

export async function wear(page: Page, { language, theme }: Pick<Look, 'language' | 'theme'>): Promise<void> {
  await page.evaluate((preferences) => chrome.storage.local.set({ preferences }), {
    language,
    theme,
    singleKeys: true,
  });
  await settle(300);
}

type Stop = (screen: string, ms?: number) => Promise<void>;

async function walkMail({ around, webmail, panel }: Tour, { mail }: Look, stop: Stop): Promise<void> {
  const { page } = panel;
  await webmail.goto(webmail.url().replace(/\?.*/, '?_task=mail&_mbox=INBOX'));
  await around.clickIcon(webmail);
  await stop('no-mail');
  await tickMails(webmail, 3);
  await around.clickIcon(webmail);
  await stop('ticked');
  await page.keyboard.press('l');
  await page.waitForSelector('[data-testid=catch-up] tr');
  await stop('catch-up', 3000);
  await page.keyboard.press('Escape');
  await openMail(webmail, mail);
  await around.clickIcon(webmail);
  await stop('now', 1500);
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await stop('saved', 1500);
}

async function walkScreens(page: Page, stop: Stop): Promise<void> {
  await page.click('#tab-feed');
  await page.waitForSelector('[data-feed-row], .row');
  await stop('feed');
  await page.click('[data-feed-row], .row');
  await stop('record');
  await page.click('#tab-today');
  await stop('today', 1200);
  for (const screen of ['write', 'queue', 'settings', 'search'] as const) {
    await page.click(`#go-${screen}`);
    await stop(screen);
    await page.keyboard.press('Escape');
    await settle(200);
  }
  await page.keyboard.press('?');
  await stop('keys');
  await page.keyboard.press('Escape');
  await page.click('#tab-now');
}
