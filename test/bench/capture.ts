import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { type CDPSession, launch } from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.ts';
import { fromRoot } from '../../scripts/root.ts';
import { both, table } from './report.ts';
import { inTurn } from './times.ts';

const ROUNDS = 15;
const WARM_UP = 3;
const SIZES = { '2 KB': 2000, '100 KB': 100_000, '5 MB': 5_000_000 } as const;

/** The built capture.js on an open mail in a real Chromium, beside postal-mime alone on the same source. */
export async function measureCapture(): Promise<string> {
  const site = await serveSite();
  const browser = await launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS, headless: true });
  try {
    const rows = [];
    for (const [name, bytes] of Object.entries(SIZES)) {
      const page = await browser.newPage();
      await page.goto(`${site.url}/?_task=mail&_action=show&_uid=${bytes}&_mbox=INBOX`);
      const client = await page.createCDPSession();
      const works = { capture: await capturing(client), parse: await parsing(client, bytes) };
      await inTurn(works, WARM_UP);
      const { capture, parse } = await inTurn(works, ROUNDS);
      rows.push([name, both(capture), both(parse), `${(capture.p50 / parse.p50).toFixed(2)} ×`]);
      await page.close();
    }
    const head = ['mail', 'capture.js, p50 (p95) ms', 'fetch and postal-mime alone', 'ratio'];
    return `A mail read in the page\n\n${table(head, rows)}`;
  } finally {
    await browser.close();
    site.close();
  }
}

type Evaluation = { contextId?: number; expression: string };

async function evaluate(client: CDPSession, evaluation: Evaluation): Promise<unknown> {
  const options = { ...evaluation, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', options);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** As the browser injects it: into a world of its own, its completion value awaited. */
async function capturing(client: CDPSession): Promise<() => Promise<void>> {
  const script = readFileSync(fromRoot('dist/extension/chrome-mv3/capture.js'), 'utf8');
  const { frameTree } = await client.send('Page.getFrameTree');
  const frame = { frameId: frameTree.frame.id };
  const { executionContextId: contextId } = await client.send('Page.createIsolatedWorld', frame);
  return async () => {
    const answer = JSON.stringify(await evaluate(client, { contextId, expression: script }));
    if (!answer.includes('"readFrom":"source"')) throw new Error(`not read: ${answer.slice(0, 300)}`);
  };
}

async function parsing(client: CDPSession, bytes: number): Promise<() => Promise<void>> {
  await evaluate(client, {
    expression:
      "import('/postal-mime/postal-mime.js').then((module) => { globalThis.PostalMime = module.default; })",
  });
  const expression = `fetch('/?_action=viewsource&_uid=${bytes}', { cache: 'no-store' })
    .then((answer) => answer.arrayBuffer())
    .then((source) => PostalMime.parse(source))
    .then(({ subject }) => subject)`;
  return async () => {
    const subject = await evaluate(client, { expression });
    if (subject !== SUBJECT) throw new Error(`not parsed: ${subject}`);
  };
}

const SUBJECT = 'Measuring points of the second building';
const SENDER = 'priya.raman@harborlabs.example';

/** A webmail of one open message, in the structure of Roundcube, and the library on its own. */
async function serveSite(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const uid = Number(url.searchParams.get('_uid'));
    if (url.pathname.startsWith('/postal-mime/')) return sendModule(response, basename(url.pathname));
    const isSource = url.searchParams.get('_action') === 'viewsource';
    response.setHeader('content-type', isSource ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(isSource ? sourceOf(uid) : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

function sendModule(response: ServerResponse, file: string): void {
  response.setHeader('content-type', 'text/javascript; charset=utf-8');
  response.end(readFileSync(fromRoot('node_modules/postal-mime/dist/esm', file)));
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>${SUBJECT}</title>
<body class="task-mail action-show"><script>/* new rcube_webmail */</script>
<div id="message-header"><h2 class="subject">${SUBJECT}</h2>
<table><tr><td class="header from"><a class="rcmContactAddress" href="mailto:${SENDER}" title="${SENDER}">Priya Raman</a></td></tr></table></div>
<div id="messagebody"><div class="message-part">Eleven points for pH.</div></div></body>`;

const sources = new Map<number, string>();

/** A mail of this size: words in both forms, with history, and in the larger one the rest is an attachment. */
function sourceOf(bytes: number): string {
  const made = sources.get(bytes) ?? written(bytes);
  sources.set(bytes, made);
  return made;
}

const SENTENCE = 'Eleven points for pH and six for conductivity, all on DN 25. 十一个测点，先做一半。';
const HISTORY = 'On Mon, 16 Nov 2026 at 09:12, Dana Whitfield <rep@example.test> wrote:';

function written(bytes: number): string {
  // Base64 takes a third more; the two forms of the words hold about as much each.
  const wordBytes = Math.min(bytes, 200_000) * 0.36;
  const lines = Array.from({ length: Math.floor(wordBytes / Buffer.byteLength(SENTENCE)) }, () => SENTENCE);
  const own = lines.slice(0, lines.length / 2);
  const quoted = lines.slice(lines.length / 2);
  const plain = [...own, '', HISTORY, '', ...quoted.map((line) => `> ${line}`)].join('\n');
  const paragraphs = (some: readonly string[]) => some.map((line) => `<p>${line}</p>`).join('\n');
  const html = `<html><body>${paragraphs(own)}<div class="gmail_quote"><p>${HISTORY.replace('<', '&lt;')}</p><blockquote>${paragraphs(quoted)}</blockquote></div></body></html>`;
  const words = part('multipart/alternative; boundary="words"', [
    ...['--words', part('text/plain; charset=utf-8', [base64(plain)], 'base64')],
    ...['--words', part('text/html; charset=utf-8', [base64(html)], 'base64'), '--words--', ''],
  ]);
  const file = base64('0123456789abcdef'.repeat(Math.max(1, ((bytes - words.length) * 0.73) / 16)));
  return [
    ...[`From: Priya Raman <${SENDER}>`, 'To: Dana Whitfield <rep@example.test>', `Subject: ${SUBJECT}`],
    ...['Date: Tue, 17 Nov 2026 10:00:00 +0000', `Message-ID: <bench-${bytes}@harborlabs.example>`],
    'MIME-Version: 1.0',
    part('multipart/mixed; boundary="all"', [
      '--all',
      words,
      '--all',
      part('application/pdf; name="plan.pdf"', [file], 'base64'),
      '--all--',
      '',
    ]),
  ].join('\r\n');
}

const part = (type: string, lines: readonly string[], encoding?: string): string =>
  [
    `Content-Type: ${type}`,
    ...(encoding ? [`Content-Transfer-Encoding: ${encoding}`] : []),
    '',
    ...lines,
  ].join('\r\n');

const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
