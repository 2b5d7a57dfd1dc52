import { browser } from 'wxt/browser';
import type { Ask, CaptureArgs, FrameResult } from '../../shared/capture.ts';
import { combineFrames, type FrameAnswer, parseFrame } from './combine-frames.ts';

/**
 * After `patience` the frames that answered are used, if one of them holds what was asked for; after `limit` in any case. A reading
 * frame may be fetching the source of a large mail (10 s); a probe only looks.
 */
const READING = { patience: 5000, limit: 12_000 };
const MS: Record<Ask['mode'], typeof READING> = {
  read: READING,
  message: READING,
  selected: { patience: 2000, limit: 3000 },
  probe: { patience: 1000, limit: 1500 },
};

export type Scripting = Pick<typeof browser.scripting, 'executeScript'>;
export type Reading = { result: FrameResult; silentFrames: number };

/** No frame of the page answered in time. */
export class CaptureTimeout extends Error {
  constructor() {
    super('timeout');
    this.name = 'CaptureTimeout';
  }
}

/**
 * Reads a page by two injections: what to read, then the reading script, frame by frame, because one frame that hangs
 * would otherwise hold back the answers of all. Rejects with the browser's own words where nothing may be injected.
 */
export function readTab(tabId: number, ask: Ask, scripting: Scripting = browser.scripting): Promise<Reading> {
  // A probe between the two injections of a reading (the panel probes, the service worker reads) would change what the
  // reading script is told.
  return navigator.locks.request(`sidelog-tab-${tabId}`, () => readAlone(tabId, ask, scripting));
}

async function readAlone(tabId: number, ask: Ask, scripting: Scripting): Promise<Reading> {
  const { frames, isPartial } = await prepareFrames(tabId, ask, scripting);
  const askFrame = async (frameId: number) => {
    const [injected] = await scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      injectImmediately: true,
      files: ['/capture.js'],
    });
    return parseFrame(injected?.result);
  };
  const answers = await askFrames(frames, askFrame, MS[ask.mode]);
  if (answers.length === 0) throw new CaptureTimeout();
  const silentFrames = frames.length - answers.length + (isPartial ? 1 : 0);
  return { result: combineFrames(answers), silentFrames };
}

/** Leaves the arguments in every frame's isolated world and learns which frames may be read. */
async function prepareFrames(tabId: number, ask: Ask, scripting: Scripting) {
  const leave = (which: { allFrames: true } | { frameIds: number[] }) =>
    scripting.executeScript({
      target: { tabId, ...which },
      injectImmediately: true,
      func: leaveArgs,
      args: [{ ...ask, ...localeOf(navigator.language) } satisfies CaptureArgs],
    });
  const { patience } = MS[ask.mode];
  const all = await within(patience, leave({ allFrames: true }));
  if (all) return { frames: all.map(({ frameId }) => frameId), isPartial: false };
  // Some frame hangs, and the browser does not say which: the top frame alone is better than nothing.
  const top = await within(patience, leave({ frameIds: [0] }));
  if (!top) throw new CaptureTimeout();
  return { frames: [0], isPartial: true };
}

/** Runs in the page, so it can use nothing but its argument. */
function leaveArgs(args: CaptureArgs): void {
  Object.assign(globalThis, { sidelogCaptureArgs: args });
}

/** Where a phone number without a country code is taken to be from, and the zone of a date without one. */
function localeOf(language: string): Pick<CaptureArgs, 'region' | 'timeZone'> {
  return {
    region: new Intl.Locale(language).maximize().region ?? 'US',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

async function askFrames(
  frames: readonly number[],
  ask: (frameId: number) => Promise<FrameResult>,
  { patience, limit }: { patience: number; limit: number },
): Promise<FrameAnswer[]> {
  const answers: FrameAnswer[] = [];
  const all = Promise.allSettled(
    frames.map(async (frameId) => answers.push({ frameId, result: await ask(frameId) })),
  );
  await within(patience, all);
  const isAnswered = answers.some(({ result }) => result.status === 'item' || result.status === 'selection');
  if (!isAnswered) await within(limit - patience, all);
  return [...answers];
}

/** What `work` resolves to, or undefined after `ms`. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: number | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = self.setTimeout(resolve, ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
