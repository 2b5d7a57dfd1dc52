import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { combineFrames } from '../../../extension/app/combine-frames.ts';
import { captureSaved } from '../../../scripts/capture/saved-page.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/chromium.ts';
import { PlainError, runMain } from '../../../scripts/plain-error.ts';
import { fromRoot } from '../../../scripts/root.ts';
import type { Ask, CapturedMail, FrameResult } from '../../../shared/capture.ts';
import { type Capture, type Checked, checkFixtures } from './fixtures.ts';
import { messageTruth, readSnapshots, type Snapshot, wrongDraft, wrongFields } from './truth.ts';

const SNAPSHOTS = join(process.env.WEBMAIL_LAB ?? fromRoot('../shared/webmail'), 'snapshots');
const BUILT = join(process.env.EXTENSION_DIR ?? fromRoot('dist/extension/chrome-mv3'), 'capture.js');
/** Webmails with an adapter of their own have to be read whole; of the others nothing may be wrong. */
const KNOWN = /^gmail\//;

type Read = (ask: Ask) => Promise<FrameResult>;

/** Runs the built capture.js on pages of real webmails, as others have saved them, and compares with what they hold. */
async function main(): Promise<void> {
  if (!existsSync(SNAPSHOTS)) throw new PlainError(`There are no saved pages at ${SNAPSHOTS}.`);
  if (!existsSync(BUILT)) throw new PlainError('The extension is not built yet: run `npm run build` first.');
  const script = readFileSync(BUILT, 'utf8');
  const browser = await launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS, headless: true });
  try {
    const capture: Capture = async (saved) => {
      const { results } = await captureSaved(browser, script, { region: '', ...saved });
      return combineFrames(results.map((result, frameId) => ({ frameId, result })));
    };
    const checked = [...(await checkSnapshots(capture)), ...(await checkFixtures(capture))];
    process.exitCode = report(checked) ? 0 : 1;
  } finally {
    await browser.close();
  }
}

async function checkSnapshots(capture: Capture): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const snapshot of readSnapshots(SNAPSHOTS)) {
    const { answer, wrong } = await check(snapshot, (ask) => capture({ ...snapshot, ask }));
    checked.push({ name: `${snapshot.name}: ${answer}`, wrong });
  }
  if (checked.length === 0) throw new PlainError(`There are no saved pages in ${SNAPSHOTS}.`);
  return checked;
}

function report(checked: readonly Checked[]): boolean {
  for (const { name, wrong } of checked) {
    console.log(`${wrong.length > 0 ? 'wrong' : 'right'}  ${name}`);
    for (const what of wrong) console.log(`       ${what}`);
  }
  const failed = checked.filter(({ wrong }) => wrong.length > 0).length;
  console.log(`${checked.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

async function check({ name, truth }: Snapshot, read: Read): Promise<{ answer: string; wrong: string[] }> {
  const result = await read({ mode: 'read' });
  const isKnown = KNOWN.test(name);
  const mail = result.status === 'item' && result.item.kind === 'mail' ? result.item : undefined;
  const answer = mail ? `mail (${mail.adapter}, ${mail.readFrom})` : otherAnswer(result);
  if (truth.censored) return { answer, wrong: mail ? invented(mail) : [] };
  if (truth.open_message === false)
    return { answer, wrong: mail ? invented(mail) : composing(result, truth) };
  if (!mail)
    return { answer, wrong: isKnown || answer === 'page' ? [`no mail: ${JSON.stringify(result)}`] : [] };
  if (isKnown && mail.thread) return { answer, wrong: await wrongThread(mail, truth, read) };
  const ids = isKnown ? wrongIds([mail.pageKey], truth) : [];
  return { answer, wrong: [...ids, ...wrongFields(messageTruth(truth, 0), mail, isKnown)] };
}

const otherAnswer = (result: FrameResult): string =>
  result.status === 'item' ? result.item.kind : result.status === 'none' ? result.reason : result.status;

/** Whatever stands in a page of which every word was struck out is not true. */
function invented({ subject, from, to, cc, date, text, attachments }: CapturedMail): string[] {
  const claims = { subject, from, date, text: text.replace(/[\s.[\]\d]+/g, '') };
  const all = [...to, ...cc, ...attachments];
  const isClaim = Object.values(claims).some(Boolean) || all.length > 0;
  return isClaim ? [`invented: ${JSON.stringify({ ...claims, all }).slice(0, 500)}`] : [];
}

function composing(result: FrameResult, { draft }: Snapshot['truth']): string[] {
  if (!draft) return [];
  if (result.status !== 'none' || result.reason !== 'composing')
    return [`not composing: ${JSON.stringify(result)}`];
  return wrongDraft(draft, result.draft);
}

/** Each message of a conversation, asked for by the key under which the open one lists it. */
async function wrongThread(open: CapturedMail, truth: Snapshot['truth'], read: Read): Promise<string[]> {
  const keys = open.thread?.map(({ pageKey }) => pageKey) ?? [];
  const wrong = wrongIds(keys, truth);
  for (const [index, key] of keys.entries()) {
    const result = await read({ mode: 'message', key });
    const mail = result.status === 'item' && result.item.kind === 'mail' ? result.item : undefined;
    if (mail) wrong.push(...wrongFields(messageTruth(truth, index), mail, true));
    else wrong.push(`message ${index + 1}: ${JSON.stringify(result)}`);
  }
  return wrong;
}

function wrongIds(keys: readonly string[], truth: Snapshot['truth']): string[] {
  const ids = truth.message_ids?.map((id) => id.replace(/^#/, '')) ?? [];
  const isSame = keys.length === ids.length && keys.every((key, index) => key.endsWith(`#${ids[index]}`));
  return isSame ? [] : [`ids: expected ${ids.join(', ')}, read ${keys.join(', ')}`];
}

await runMain(main);
