import { isUtf8 } from 'node:buffer';
import type { Browser, CDPSession, HTTPRequest, Page, Protocol } from 'puppeteer-core';
import type { Ask, CaptureArgs, FrameResult } from '../../shared/capture.ts';

/** `answers`: what the site serves besides, by address. */
export type Saved = {
  url: string;
  html: Buffer;
  region: string;
  ask?: Ask;
  answers?: Record<string, string>;
};

/** What the built script answers on a saved page, frame by frame, and how long that took. */
export type Outcome = { results: FrameResult[]; ms: number };

const PATIENCE_MS = 30_000;

/** Serves the page under its own address and nothing else: whatever it asks for is refused, and its scripts do not run. */
export async function captureSaved(browser: Browser, script: string, saved: Saved): Promise<Outcome> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    await page.setRequestInterception(true);
    page.on('request', serving(page, saved));
    const waitUntil = saved.answers ? 'load' : 'domcontentloaded';
    await page.goto(saved.url, { waitUntil, timeout: PATIENCE_MS });
    const client = await page.createCDPSession();
    const start = performance.now();
    const results = await withPatience(captureFrames(client, script, saved));
    return { results, ms: Math.round(performance.now() - start) };
  } finally {
    await page.close();
  }
}

function serving(page: Page, { html, answers }: Saved): (request: HTTPRequest) => void {
  let isServed = false;
  return (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const answer = answers?.[request.url()];
    if (/^(?:data|blob|about):/.test(request.url())) void request.continue();
    else if (answer !== undefined) void request.respond({ status: 200, body: answer });
    else if (isServed || !isPage) void request.abort('aborted');
    else {
      isServed = true;
      const headers = { 'content-security-policy': "script-src 'none'" };
      void request.respond({ status: 200, contentType: contentTypeOf(html), headers, body: html });
    }
  };
}

/** The header that the server sent is lost with saving. What is not UTF-8 is left to the page's own declaration. */
const contentTypeOf = (html: Buffer): string => (isUtf8(html) ? 'text/html; charset=utf-8' : 'text/html');

async function captureFrames(client: CDPSession, script: string, saved: Saved): Promise<FrameResult[]> {
  const { frameTree } = await client.send('Page.getFrameTree');
  const args: CaptureArgs = { ...(saved.ask ?? { mode: 'read' }), region: saved.region, timeZone: 'UTC' };
  const results: FrameResult[] = [];
  for (const frameId of frameIds(frameTree)) {
    const { executionContextId: contextId } = await client.send('Page.createIsolatedWorld', { frameId });
    await client.send('Runtime.evaluate', {
      contextId,
      expression: `globalThis.sidelogCaptureArgs = ${JSON.stringify(args)}`,
    });
    const answer = await client.send('Runtime.evaluate', {
      contextId,
      expression: script,
      awaitPromise: true,
      returnByValue: true,
    });
    results.push(resultOf(answer));
  }
  return results;
}

function resultOf({ result, exceptionDetails }: Protocol.Runtime.EvaluateResponse): FrameResult {
  if (!exceptionDetails) return result.value;
  return { status: 'error', message: exceptionDetails.exception?.description ?? exceptionDetails.text };
}

const frameIds = (tree: Protocol.Page.FrameTree): string[] => [
  tree.frame.id,
  ...(tree.childFrames ?? []).flatMap(frameIds),
];

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
