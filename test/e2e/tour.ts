import type { Page } from 'puppeteer-core';
import type { Mailbox } from '../../scripts/mailbox/serve.ts';
import type { Surroundings } from './harness.ts';
import type { Panel } from './panel.ts';
import type { Stack } from './stack.ts';
import { walkMail, walkTicked } from './tour-mail.ts';
import { refuseOne, walkEmpty, walkScreens } from './tour-screens.ts';

export type Look = {
  language: 'zh-CN' | 'en';
  theme: 'light' | 'dark';
  /** In the sample mailbox, from a known sender: one for each look, so that every one of them can be logged. */
  known: string;
  unknown: string;
};

export const LOOKS: readonly Look[] = [
  { language: 'zh-CN', theme: 'light', known: '/zh/mail/jiaoqi', unknown: '/zh/mail/chenghu-xunjia' },
  { language: 'zh-CN', theme: 'dark', known: '/zh/mail/dianwei-qingdan', unknown: '/zh/mail/chenghu-xunjia' },
  { language: 'en', theme: 'light', known: '/en/mail/second-building', unknown: '/en/mail/dairy-enquiry' },
  { language: 'en', theme: 'dark', known: '/en/mail/frame-agreement', unknown: '/en/mail/dairy-enquiry' },
];

/** `webmail`: a list of messages that can be ticked; `mailbox`: the sample mailbox. */
export type Tour = { stack: Stack; around: Surroundings; webmail: Page; mailbox: Mailbox; panel: Panel };
/** Called on each screen once it stands still. */
type Visit = (screen: string, look: Look) => Promise<void>;
export type Stop = (screen: string) => Promise<void>;

export const settle = (ms = 700) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Every screen of the panel in both languages and both themes: signed out, with nothing, then with the sample data. */
export async function walk(tour: Tour, visit: Visit): Promise<void> {
  const { panel, stack } = tour;
  const { page } = panel;
  const inEveryLook = async (go: (stop: Stop, look: Look) => Promise<void>) => {
    for (const look of LOOKS) {
      await wear(page, look);
      await go(async (screen) => {
        await comeToRest(page);
        await visit(screen, look);
      }, look);
    }
    await wear(page, { language: 'en', theme: 'light' });
  };
  await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2 });
  await inEveryLook((stop) => stop('first'));
  await panel.beginEmpty(stack);
  await inEveryLook((stop) => walkEmpty(page, stop));
  await forgetAll(page);
  await panel.signIn(stack, 'rep');
  await refuseOne(page);
  await inEveryLook(async (stop, look) => {
    // Without the chance to undo that the last look's log left behind.
    await page.reload();
    await walkTicked(tour, stop);
    await walkMail(tour, look, stop);
    await walkScreens(page, stop);
  });
}

export async function wear(page: Page, { language, theme }: Pick<Look, 'language' | 'theme'>): Promise<void> {
  await page.evaluate((preferences) => chrome.storage.local.set({ preferences }), {
    language,
    theme,
    singleKeys: true,
  });
  await settle(300);
}

/** Until nothing is being read, and nothing moves any more. */
async function comeToRest(page: Page): Promise<void> {
  await settle(200);
  await page.waitForFunction(
    () =>
      !document.querySelector('main [aria-busy=true], [data-testid=catch-up] .skeleton') &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    { polling: 50, timeout: 15_000 },
  );
}

/** As on a device where nobody has signed in yet. */
async function forgetAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.clear();
    await chrome.storage.local.clear();
    const gone = indexedDB.deleteDatabase('sidelog');
    await new Promise((resolve) => gone.addEventListener('success', resolve));
  });
  await page.reload();
}
