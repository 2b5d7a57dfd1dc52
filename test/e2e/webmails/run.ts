import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Browser, launch } from 'puppeteer-core';
import { combineFrames, parseFrame } from '../../../extension/app/combine-frames.ts';
import { captureSaved } from '../../../scripts/capture/saved-page.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/chromium.ts';
import { PlainError, runMain } from '../../../scripts/plain-error.ts';
import { fromRoot } from '../../../scripts/root.ts';
import type { FrameResult } from '../../../shared/capture.ts';
import type { Family, Mail } from '../../fixtures/webmails/mail.ts';
import { MAILS } from '../../fixtures/webmails/mails.ts';
import { SEEN } from '../../fixtures/webmails/seen/families.ts';
import { UNSEEN } from '../../fixtures/webmails/unseen/families.ts';
import { judge, judgeState, type Verdict } from './judge.ts';
import { report } from './report.ts';

const BUILT = 'dist/extension/chrome-mv3/capture.js';
const { values } = parseArgs({
  options: {
    script: { type: 'string', default: fromRoot(BUILT) },
    only: { type: 'string' },
    verbose: { type: 'boolean' },
  },
});

/** Opens every mail and every state of every family of webmails in Chromium and judges what the built capture.js reads. */
async function main(): Promise<void> {
  const script = readScript();
  const browser = await launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS, headless: true });
  try {
    const seen = await judgeAll(browser, script, SEEN);
    const unseen = await judgeAll(browser, script, UNSEEN);
    process.exitCode = report({ seen, unseen }) ? 0 : 1;
  } finally {
    await browser.close();
  }
}

function readScript(): string {
  try {
    return readFileSync(values.script, 'utf8');
  } catch {
    throw new PlainError('The extension is not built yet: run `npm run build` first.');
  }
}

async function judgeAll(browser: Browser, script: string, families: readonly Family[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const family of families.filter(({ name }) => !values.only || name.includes(values.only))) {
    for (const mail of MAILS) {
      const others = MAILS.filter((other) => other !== mail);
      const read = await readPage(browser, script, { family, html: family.open(mail, others), mail });
      if (values.verbose) console.log(family.name, mail.key, JSON.stringify(read));
      verdicts.push(judge(family, mail, read));
    }
    for (const [state, html] of Object.entries(family.states)) {
      const read = await readPage(browser, script, { family, html });
      verdicts.push(judgeState(family, state, read));
    }
  }
  return verdicts;
}

type Shown = { family: Family; html: string; mail?: Mail };

async function readPage(
  browser: Browser,
  script: string,
  { family, html, mail }: Shown,
): Promise<FrameResult> {
  const served = Object.entries((mail && family.serves?.(mail)) ?? {});
  const answers = Object.fromEntries(served.map(([path, body]) => [new URL(path, family.url).href, body]));
  const saved = { url: family.url, html: Buffer.from(html), region: 'DE', answers };
  const { results } = await captureSaved(browser, script, saved);
  return combineFrames(results.map((result, frameId) => ({ frameId, result: parseFrame(result) })));
}

await runMain(main);
