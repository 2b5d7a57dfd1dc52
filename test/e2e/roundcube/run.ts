import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { PlainError, runMain } from '../../../scripts/plain-error.ts';
import { fromRoot } from '../../../scripts/root.ts';
import type { FrameResult } from '../../../shared/capture.ts';
import { BUILT, type Reader, startReader } from './extension.ts';
import { type CheckedState, type Outcome, report } from './report.ts';
import { compareSignature } from './signature.ts';
import { STATES } from './states.ts';
import { readTruth, type Truth, type TruthFile, wrongFields } from './truth.ts';
import { openMessage, signIn, VIEWS, type View } from './webmail.ts';

const LAB = process.env.WEBMAIL_LAB ?? fromRoot('../shared/webmail');
/** Captures every message of the lab through the extension, in turns in each of Roundcube's views, and compares. */
async function main(): Promise<void> {
  if (!existsSync(LAB)) throw new PlainError(`There is no webmail to test against at ${LAB}.`);
  if (!existsSync(join(BUILT, 'capture.js'))) {
    throw new PlainError('The extension is not built yet: run `npm run build` first.');
  }
  runLab('up-roundcube.sh');
  // Opening a mail marks it read: what is counted starts from the same mailboxes each time.
  runLab('up-mail.sh', '--reseed');
  const truth = readTruth(join(LAB, 'mail-truth.json'));
  const reader = await startReader();
  try {
    const outcomes = await captureAll(reader, truth);
    const states = await checkStates(reader, truth);
    process.exitCode = report(outcomes, states) ? 0 : 1;
  } finally {
    await reader.browser.close();
  }
}

function runLab(script: string, ...args: string[]): void {
  try {
    execFileSync(join(LAB, script), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new PlainError(`The webmail did not start (${script}): ${String(error)}`);
  }
}

async function captureAll(reader: Reader, { users, messages }: TruthFile): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const page = await reader.browser.newPage();
  let signedIn = '';
  for (const [index, truth] of messages.toSorted(byUser).entries()) {
    const [location] = truth.locations;
    if (!location) continue;
    if (signedIn !== location.user) await signIn(page, location.user, users[location.user]?.password ?? '');
    signedIn = location.user;
    const view = VIEWS[index % VIEWS.length] ?? 'page';
    outcomes.push({ truth, view, ...(await captureOne(reader, page, { truth, view })) });
  }
  await page.close();
  return outcomes;
}

const byUser = (a: Truth, b: Truth): number =>
  (b.locations[0]?.user ?? '').localeCompare(a.locations[0]?.user ?? '');

async function captureOne(reader: Reader, page: Page, { truth, view }: { truth: Truth; view: View }) {
  const [location] = truth.locations;
  if (!location) throw new Error(`${truth.key} lies nowhere`);
  let shown = page;
  try {
    await page.bringToFront();
    shown = await openMessage(page, location, view);
    const result = await reader.capture(shown);
    const signature = compareSignature(truth, result);
    return { wrong: wrongFields(truth, result), readFrom: readFromOf(result), signature };
  } catch (error) {
    const unread: FrameResult = { status: 'error', message: String(error) };
    return {
      wrong: wrongFields(truth, unread),
      readFrom: 'nothing',
      signature: compareSignature(truth, unread),
    };
  } finally {
    if (shown !== page) await shown.close();
  }
}

const readFromOf = (result: FrameResult): string =>
  result.status === 'item' && result.item.kind === 'mail'
    ? `${result.item.readFrom} ${result.item.sourceError ?? ''}`.trim()
    : result.status;

async function checkStates(reader: Reader, truth: TruthFile): Promise<CheckedState[]> {
  const checked: CheckedState[] = [];
  for (const { name, check } of STATES) {
    const page = await reader.browser.newPage();
    try {
      await check(page, reader, truth);
      checked.push({ name });
    } catch (error) {
      checked.push({ name, failure: String(error) });
    } finally {
      await page.close();
    }
  }
  return checked;
}

await runMain(main);
