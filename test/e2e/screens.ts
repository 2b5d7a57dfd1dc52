import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { openMail, openWebmail } from './webmail.ts';

// Pictures of every screen in both languages and themes, for docs/ and to be looked at beside the mocks. Needs the
// built extension and the webmail. `node test/e2e/screens.ts [DIR] [PORT]`
const dir = process.argv[2] ?? 'docs/screens';
const port = Number(process.argv[3] ?? 8690);

const LOOKS = [
  { language: 'zh-CN', theme: 'light', mail: '询价：在线浊度仪' },
  { language: 'zh-CN', theme: 'dark', mail: '合同及报价单附件' },
  { language: 'en', theme: 'light', mail: 'Inline turbidity meters' },
  { language: 'en', theme: 'dark', mail: 'Site survey for the Tacoma' },
] as const;

const settle = (ms = 700) => new Promise((resolve) => setTimeout(resolve, ms));

await mkdir(dir, { recursive: true });
const stack = await Stack.start(port);
const around = await Surroundings.open();
try {
  const webmail = await openWebmail(around);
  const panel = new Panel(await around.clickIcon(webmail));
  const { page } = panel;
  await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2 });
  let look: (typeof LOOKS)[number] = LOOKS[0];
  const shoot = async (name: string) => {
    await settle();
    const file = `${name}.${look.language === 'en' ? 'en' : 'zh'}.${look.theme}.png` as const;
    await page.screenshot({ path: join(dir, file) as `${string}.png` });
  };
  const wear = async (next: (typeof LOOKS)[number]) => {
    look = next;
    const { language, theme } = next;
    await page.evaluate((preferences) => chrome.storage.local.set({ preferences }), {
      language,
      theme,
      singleKeys: true,
    });
    await settle();
  };

  for (const each of LOOKS) {
    await wear(each);
    await shoot('first');
  }
  await wear({ ...LOOKS[2] });
  await panel.signIn(stack, 'rep');

  for (const each of LOOKS) {
    await wear(each);
    // Without the chance to undo that the last look's log left behind.
    await page.reload();
    await webmail.goto(webmail.url().replace(/\?.*/, '?_task=mail&_mbox=INBOX'));
    await around.clickIcon(webmail);
    await shoot('no-mail');
    await openMail(webmail, each.mail);
    await around.clickIcon(webmail);
    await settle(1500);
    await shoot('now');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await settle(1500);
    await shoot('saved');
    await page.click('#tab-feed');
    await page.waitForSelector('[data-feed-row], .row');
    await shoot('feed');
    await page.click('[data-feed-row], .row');
    await shoot('record');
    for (const [name, opener] of [
      ['write', '#go-write'],
      ['queue', '#go-queue'],
      ['settings', '#go-settings'],
      ['search', '#go-search'],
    ] as const) {
      await page.click(opener);
      await shoot(name);
      await page.keyboard.press('Escape');
      await settle(200);
    }
    await page.click('#tab-now');
  }
} finally {
  await around.close();
  await stack.close();
}
