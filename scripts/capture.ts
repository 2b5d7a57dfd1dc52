import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, launch } from 'puppeteer-core';
import type { CapturedMail, CapturedPage, FrameResult } from '../shared/capture.ts';
import { captureSaved, type Outcome, type Saved } from './capture/saved-page.ts';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { PlainError, runMain } from './plain-error.ts';
import { fromRoot } from './root.ts';

const USAGE =
  'Usage: npm run capture -- --url URL [--region CC] FILE.html   or   npm run capture -- --batch LIST.jsonl';
const BUILT = 'dist/extension/chrome-mv3/capture.js';

type Report = {
  mail?: CapturedMail;
  article?: Omit<CapturedPage, 'kind' | 'adapter' | 'pageKey'>;
  none?: FrameResult;
  error?: string;
  ms?: number;
};

/** Runs exactly the built capture.js on saved pages in Chromium and prints what it reads as JSON. */
async function main(): Promise<void> {
  const options = parsed();
  const script = readScript(options.script);
  const browser = await launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS, headless: true });
  try {
    if (options.batch) await runBatch(browser, script, options.batch);
    else print(reportOf(await captureSaved(browser, script, options.saved())), 2);
  } finally {
    await browser.close();
  }
}

function parsed() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        region: { type: 'string', default: '' },
        batch: { type: 'string' },
        script: { type: 'string', default: fromRoot(BUILT) },
      },
    });
    const { url, region, batch, script } = values;
    const [file] = positionals;
    if (!batch && !(url && file)) throw new Error('incomplete');
    return { batch, script, saved: (): Saved => savedPage({ url: url ?? '', region, file: file ?? '' }) };
  } catch {
    throw new PlainError(USAGE);
  }
}

function readScript(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new PlainError('The extension is not built yet: run `npm run build` first.');
  }
}

function savedPage({ url, region, file }: { url: string; region: string; file: string }): Saved {
  if (!URL.canParse(url)) throw new PlainError(`${url} is not an address.`);
  try {
    return { url, region, html: readFileSync(file) };
  } catch {
    throw new PlainError(`${file} cannot be read.`);
  }
}

type Entry = { slug: string; url: string; region?: string; file: string };

async function runBatch(browser: Browser, script: string, list: string): Promise<void> {
  for (const { slug, url, region = '', file } of entriesOf(list)) {
    const read = () => savedPage({ url, region, file: resolve(dirname(list), file) });
    print({ slug, ...(await report(browser, script, read)) });
  }
}

function entriesOf(list: string): Entry[] {
  try {
    const lines = readFileSync(list, 'utf8').split('\n');
    return lines.filter((line) => line.trim()).map((line): Entry => JSON.parse(line));
  } catch {
    throw new PlainError(`${list} must hold one {"slug","url","region","file"} a line.`);
  }
}

/** A page that cannot be read is an answer too: the others of a list are still to come. */
async function report(browser: Browser, script: string, saved: () => Saved): Promise<Report> {
  try {
    return reportOf(await captureSaved(browser, script, saved()));
  } catch (error) {
    return { error: error instanceof PlainError ? error.message : String(error) };
  }
}

function reportOf({ results, ms }: Outcome): Report {
  const items = results.flatMap((result) => (result.status === 'item' ? [result.item] : []));
  const mail = items.find((item) => item.kind === 'mail');
  const page = items.find((item) => item.kind === 'page');
  if (mail) return { mail, ms };
  if (page) return { article: articleOf(page), ms };
  const failure = results.find((result) => result.status === 'error');
  // What a webmail says of itself counts for more than a frame that has nothing to do with it.
  const told = results.find((result) => result.status === 'none' && result.reason !== 'not_for_this_frame');
  return failure ? { error: failure.message, ms } : { none: told ?? results[0], ms };
}

const articleOf = ({ kind, adapter, pageKey, ...article }: CapturedPage): Report['article'] => article;

const print = (value: object, indent?: number): void => {
  process.stdout.write(`${JSON.stringify(value, null, indent)}\n`);
};

await runMain(main);
