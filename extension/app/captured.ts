import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { FrameResult } from '../../shared/capture.ts';
import { type CaptureState, captureKey, failureOf, READING_LIMIT_MS } from './capture-state.ts';
import { readTab, within } from './capture-tab.ts';
import { tellBackground } from './messages.ts';
import { isSiteAllowed } from './sites.ts';

export type { CaptureState } from './capture-state.ts';

const PROBE_MS = 1500;
const SETTLE_MS = 250;

/** What this window's panel shows. */
export const captured = signal<CaptureState>({ state: 'idle' });
/** Another mail or page than the one shown is open in this window now. */
export const otherItemOpen = signal(false);
/** Set while the person has typed something that belongs to the item shown: then nothing takes its place unasked. */
export const holdsItem = signal(false);

let windowId: number | undefined;

/**
 * Reads the window's active tab again, where that is still allowed; with `key` that message of the conversation there.
 * The outcome arrives in `captured`.
 */
export async function requestCapture(key?: string): Promise<void> {
  if (windowId === undefined) return;
  await tellBackground({ type: 'capture', windowId, ...(key !== undefined && { key }) });
}

/** Follows this window's captures, and notices when its tab shows something else. Called once by the panel. */
export async function followCaptures(): Promise<void> {
  const own = (await browser.windows.getCurrent()).id;
  if (own === undefined) return;
  windowId = own;
  browser.storage.session.onChanged.addListener((changes) => {
    const change = changes[captureKey(own)];
    if (change) show(change.newValue as CaptureState | undefined);
  });
  show((await browser.storage.session.get(captureKey(own)))[captureKey(own)] as CaptureState | undefined);
  watchTabs(own);
  await lookAgain();
}

function show(state: CaptureState = { state: 'idle' }): void {
  captured.value = state;
  otherItemOpen.value = false;
  if (state.state !== 'reading') return;
  // Its service worker may have died on the way; then nobody else would ever say so.
  const left = Math.max(0, READING_LIMIT_MS - (Date.now() - state.since));
  setTimeout(() => {
    if (captured.peek() === state) captured.value = { state: 'failed', reason: 'timeout' };
  }, left);
}

/**
 * Whether the item shown is still the one that is open. Answers within 1.5 s; `unknown` where the page may not be read,
 * does not answer, or has no item open.
 */
export async function probe(): Promise<'same' | 'other' | 'unknown'> {
  return (await look()).verdict;
}

async function look(): Promise<Comparison> {
  const comparison = await compare();
  otherItemOpen.value = comparison.verdict === 'other' && captured.peek().state === 'done';
  return comparison;
}

type Comparison = { verdict: 'same' | 'other' | 'unknown'; url?: string | undefined };

async function compare(): Promise<Comparison> {
  const tab = await activeTab();
  const shown = captured.peek();
  if (tab?.id === undefined) return { verdict: 'unknown' };
  const isOtherTab = shown.state === 'done' && shown.tabId !== tab.id;
  try {
    const reading = await within(PROBE_MS, readTab(tab.id, { mode: 'probe' }));
    if (!reading) return { verdict: 'unknown', url: tab.url };
    return { verdict: verdictOf(keyOf(reading.result), shown), url: tab.url };
  } catch (error) {
    // The grant of a click ends with the origin: another page stands there now, and a click is needed to read it.
    const isUnreadable = failureOf(error) !== 'error';
    return { verdict: shown.state === 'done' && (isOtherTab || isUnreadable) ? 'other' : 'unknown' };
  }
}

function verdictOf(open: string | undefined, shown: CaptureState): Comparison['verdict'] {
  if (open === undefined) return 'unknown';
  if (shown.state !== 'done') return 'other';
  const keys = [keyOf(shown.result), ...threadKeysOf(shown.result)];
  return keys.includes(open) ? 'same' : 'other';
}

/** Of a conversation the page calls its last message open, whichever the person has picked to be read. */
function threadKeysOf(result: FrameResult): string[] {
  const item = result.status === 'item' ? result.item : undefined;
  return item?.kind === 'mail' ? (item.thread ?? []).map(({ pageKey }) => `mail:${pageKey}`) : [];
}

function keyOf(result: FrameResult): string | undefined {
  return result.status === 'item' ? `${result.item.kind}:${result.item.pageKey}` : undefined;
}

async function activeTab() {
  if (windowId === undefined) return undefined;
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab;
}

/** Probes, and on a site that is allowed for good reads the new item without being asked. */
async function lookAgain(): Promise<void> {
  if (captured.peek().state === 'reading') return;
  const { verdict, url } = await look();
  const origin = URL.parse(url ?? '')?.origin;
  if (verdict !== 'other' || !origin || holdsItem.peek()) return;
  if (await isSiteAllowed(origin)) await requestCapture();
}

function watchTabs(own: number): void {
  let timer: number | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = self.setTimeout(() => void lookAgain(), SETTLE_MS);
  };
  browser.tabs.onActivated.addListener((tab) => {
    if (tab.windowId === own) soon();
  });
  browser.tabs.onUpdated.addListener((_id, change, tab) => {
    const isNews = change.status === 'complete' || change.url !== undefined || change.title !== undefined;
    if (tab.windowId === own && tab.active && isNews) soon();
  });
  // The moment before a person acts in the panel: webmails change the open mail without any navigation.
  addEventListener('focus', soon);
  document.addEventListener('pointerenter', soon);
}
