import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serveMailbox } from '../../scripts/mailbox/serve.ts';
import { Surroundings } from './harness.ts';
import { Panel } from './panel.ts';
import { Stack } from './stack.ts';
import { walk } from './tour.ts';
import { openWebmail } from './webmail.ts';

// Pictures of every screen in both languages and themes, for docs/ and to be looked at beside the mocks. Needs the
// built extension and the webmail. `node test/e2e/screens.ts [DIR] [PORT]`
const dir = process.argv[2] ?? 'docs/screens';
const port = Number(process.argv[3] ?? 8690);

// The others differ only in a menu or a question; axe visits them all.
const SHOWN = new Set(
  'first no-mail now now-editing unknown-contact unknown-lead saved feed record record-edit record-move today today-snooze catch-up write queue settings search keys'.split(
    ' ',
  ),
);

await mkdir(dir, { recursive: true });
const stack = await Stack.start(port);
const mailbox = await serveMailbox(port + 1);
const around = await Surroundings.open();
try {
  const webmail = await openWebmail(around);
  const panel = new Panel(await around.clickIcon(webmail));
  await walk({ stack, around, webmail, mailbox, panel }, async (screen, { language, theme }) => {
    if (!SHOWN.has(screen)) return;
    const file = `${screen}.${language === 'en' ? 'en' : 'zh'}.${theme}.png` as const;
    await panel.page.screenshot({ path: join(dir, file) as `${string}.png` });
  });
} finally {
  await around.close();
  await mailbox.stop();
  await stack.close();
}
