import { browser } from 'wxt/browser';
import type { Ask, FrameResult } from '../../shared/capture.ts';
import { CaptureTimeout, type Reading, readTab, type Scripting } from './capture-tab.ts';
import { isSiteAllowed } from './sites.ts';

export type CaptureDone = {
  state: 'done';
  tabId: number;
  windowId: number;
  url: string;
  origin: string;
  capturedAt: number;
  result: FrameResult;
  hasSitePermission: boolean;
  /** Frames that did not answer in time: what they hold is not known. */
  silentFrames: number;
};
export type CaptureFailed = {
  state: 'failed';
  /** `no_grant`: a click on the toolbar icon would allow it. `restricted_page`: nothing would. */
  reason: 'no_grant' | 'restricted_page' | 'timeout' | 'error';
  url?: string;
};
export type CaptureState =
  | { state: 'idle' }
  /** `isInvited`: a click on the icon asked for it. */
  | { state: 'reading'; tabId: number; since: number; isInvited: boolean }
  | CaptureDone
  | CaptureFailed;

/** A reading that is older than this was cut off with its service worker. */
export const READING_LIMIT_MS = 20_000;
/** More than a log can carry; storage.session holds 10 MB for all windows together. */
const KEEP_CHARS = 200_000;

/** Where the last capture of a window is kept: it outlives the service worker, not the browser. */
export const captureKey = (windowId: number) => `capture.${windowId}` as const;

type Target = { id?: number | undefined; windowId: number; url?: string | undefined };

/**
 * Reads `tab` and keeps the outcome for its window's panel. `isInvited`: the person has just clicked for this page, so
 * whatever can be granted is granted.
 */
export async function captureTab(
  tab: Target,
  { isInvited, ask, scripting }: { isInvited: boolean; ask?: Ask; scripting?: Scripting },
): Promise<void> {
  const keep = (state: CaptureState) => browser.storage.session.set({ [captureKey(tab.windowId)]: state });
  if (tab.id === undefined) return keep({ state: 'failed', reason: 'restricted_page' });
  const reading: CaptureState = {
    state: 'reading',
    tabId: tab.id,
    since: performance.timeOrigin + performance.now(),
    isInvited,
  };
  await keep(reading);
  const outcome = await outcomeOf({ ...tab, id: tab.id }, { isInvited, ask, scripting });
  // A later click has begun another reading meanwhile: this one is no longer wanted.
  const current = (await browser.storage.session.get(captureKey(tab.windowId)))[captureKey(tab.windowId)];
  if ((current as typeof reading | undefined)?.since === reading.since) await keep(outcome);
}

async function outcomeOf(
  tab: Target & { id: number },
  {
    isInvited,
    ask,
    scripting,
  }: { isInvited: boolean; ask: Ask | undefined; scripting: Scripting | undefined },
): Promise<CaptureState> {
  try {
    const read = () => readTab(tab.id, ask ?? { mode: 'read' }, scripting);
    const reading = await (isInvited ? onceGranted(read) : read());
    const url = tab.url ?? (await browser.tabs.get(tab.id)).url ?? '';
    const origin = URL.parse(url)?.origin ?? '';
    return {
      state: 'done',
      tabId: tab.id,
      windowId: tab.windowId,
      url,
      origin,
      capturedAt: Date.now(),
      result: bounded(reading.result),
      hasSitePermission: await isSiteAllowed(origin),
      silentFrames: reading.silentFrames,
    };
  } catch (error) {
    return { state: 'failed', reason: failureOf(error), ...(tab.url && { url: tab.url }) };
  }
}

/** How long after a click its grant is waited for, in steps. */
const GRANT_WAITS_MS = [50, 100, 200, 400];

/** The click may reach the extension before its grant has reached the page's process: then the browser refuses at first. */
async function onceGranted(read: () => Promise<Reading>): Promise<Reading> {
  for (const wait of GRANT_WAITS_MS) {
    try {
      return await read();
    } catch (error) {
      if (failureOf(error) !== 'no_grant') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return read();
}

/** The browser tells why it refused only in English prose (extensions/common/manifest_constants and error_utils). */
export function failureOf(error: unknown): CaptureFailed['reason'] {
  if (error instanceof CaptureTimeout) return 'timeout';
  const words = error instanceof Error ? error.message : String(error);
  if (
    /\b(chrome(-extension)?|devtools|view-source|file|about|data|blob):|gallery|webstore|policy/i.test(words)
  ) {
    return 'restricted_page';
  }
  return /cannot access|permission/i.test(words) ? 'no_grant' : 'error';
}

function bounded(result: FrameResult): FrameResult {
  if (result.status === 'none') return withoutRest(result);
  if (result.status !== 'item') return result;
  const { item } = result;
  const text = item.text.slice(0, KEEP_CHARS);
  if (item.kind === 'page') {
    return { ...result, item: { ...item, text, selection: item.selection?.slice(0, KEEP_CHARS) } };
  }
  return { ...result, item: { ...item, text, quoted: item.quoted?.slice(0, KEEP_CHARS) } };
}

function withoutRest(result: Extract<FrameResult, { status: 'none' }>): FrameResult {
  const { mail, selection } = result;
  return {
    ...result,
    ...(selection && { selection: selection.slice(0, KEEP_CHARS) }),
    ...(mail && {
      mail: { ...mail, text: mail.text.slice(0, KEEP_CHARS), quoted: mail.quoted?.slice(0, KEEP_CHARS) },
    }),
  };
}
