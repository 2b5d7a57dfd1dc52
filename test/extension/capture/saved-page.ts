import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { vi } from 'vitest';
import { captureFrame } from '../../../extension/capture/capture.ts';
import { type Ask, type CapturedMail, FrameResult } from '../../../shared/capture.ts';

export type Change = (document: Document) => void;

/** A fixture as a document; an empty `srcdoc` keeps happy-dom from loading the frames in it. */
export function saved(file: string, change: Change = () => {}): Document {
  const html = readFileSync(resolve(import.meta.dirname, '../../fixtures', `${file}.html`), 'utf8');
  const document = new DOMParser().parseFromString(
    html.replace('<iframe ', '<iframe srcdoc="" '),
    'text/html',
  );
  change(document);
  return document;
}

export type Where = { url: string; isTop?: boolean };

/** What the frame answers, as it arrives on the other side. */
export async function capture(
  document: Document,
  ask: Ask,
  { url, isTop = true }: Where,
): Promise<FrameResult> {
  const args = { ...ask, region: 'DE', timeZone: 'Europe/Berlin' };
  const result = await captureFrame({ document, url: new URL(url), isTop }, args);
  return FrameResult.parse(JSON.parse(JSON.stringify(result)));
}

export function mailOf(result: FrameResult): CapturedMail {
  if (result.status !== 'item' || result.item.kind !== 'mail') throw new Error(JSON.stringify(result));
  return result.item;
}

/** The web server of the page: answers the source of a message. Undone by `vi.unstubAllGlobals()`. */
export function serve(answer: () => Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href);
    return answer();
  });
  return asked;
}

export const refuse = (): string[] => serve(() => new Response('no', { status: 404 }));
