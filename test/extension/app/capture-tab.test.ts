import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../../extension/app/capture-state.ts';
import { CaptureTimeout, readTab, type Scripting } from '../../../extension/app/capture-tab.ts';
import { combineFrames, parseFrame } from '../../../extension/app/combine-frames.ts';
import type { FrameResult } from '../../../shared/capture.ts';

const mail = (readFrom: 'source' | 'dom', pageKey = 'm'): FrameResult => ({
  status: 'item',
  item: {
    kind: 'mail',
    adapter: 'roundcube',
    readFrom,
    pageKey,
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    references: [],
    text: '',
    attachments: [],
  },
});
const page = (pageKey = 'p'): FrameResult => ({
  status: 'item',
  item: { kind: 'page', adapter: 'page', pageKey, title: 't', url: 'https://a.example/', text: '' },
});
const none = (reason: 'list' | 'composing' | 'frame_blocked' | 'not_for_this_frame'): FrameResult => ({
  status: 'none',
  reason,
});
const ticked = (...keys: string[]): FrameResult => ({
  status: 'selection',
  adapter: 'roundcube',
  messages: keys.map((pageKey) => ({ pageKey })),
});
const broken: FrameResult = { status: 'error', message: 'x' };

describe('of all frames', () => {
  test.each([
    ['a mail in a sub-frame wins over the page around it', [page(), mail('dom')], mail('dom')],
    ['the mail whose source was read wins', [mail('dom'), mail('source')], mail('source')],
    ['a mail wins over what another frame says of itself', [none('list'), mail('dom')], mail('dom')],
    ['a list is not an item, whatever else is on the page', [none('list'), page()], none('list')],
    ['a message being written wins over the list', [none('list'), none('composing')], none('composing')],
    [
      'a frame that may not be read wins over the list',
      [none('list'), none('frame_blocked')],
      none('frame_blocked'),
    ],
    ['ticked messages win over what other frames say', [none('list'), broken, ticked('a')], ticked('a')],
    ['a list with ticked messages wins over one without', [ticked(), ticked('a')], ticked('a')],
    ['a list without ticked messages is an answer', [none('not_for_this_frame'), broken, ticked()], ticked()],
    ['the top frame’s page wins over that of an advertisement', [page('top'), page('ad')], page('top')],
    ['a page wins over an error elsewhere', [broken, page()], page()],
    ['an error is told where nothing was found', [none('not_for_this_frame'), broken], broken],
    ['nothing known is said so', [none('not_for_this_frame')], { status: 'none', reason: 'cannot_tell' }],
  ] as const)('%s', (_name, results, expected) => {
    const answers = results.map((result, frameId) => ({ frameId, result }));
    expect(combineFrames(answers)).toEqual(expected);
    expect(combineFrames(answers.toReversed())).toEqual(expected);
  });

  test.each([undefined, null, 'x', { status: 'item', item: { kind: 'mail' } }, { status: 'ok' }])(
    'what a page makes up (%j) is an error, not an item',
    (value) => expect(parseFrame(value).status).toBe('error'),
  );

  test('more text than a page may hand over is refused', () => {
    const huge = { ...page(), item: { ...(page() as { item: object }).item, text: 'x'.repeat(2_000_001) } };
    expect(parseFrame(huge)).toEqual({ status: 'error', message: 'not a capture result: item.text' });
  });
});

test('adapters that broke are named, in whatever frame', () => {
  const failed = [{ adapter: 'roundcube', message: 'x' }];
  const answers = [
    { frameId: 0, result: { ...none('not_for_this_frame'), failed } },
    { frameId: 1, result: mail('dom') },
  ];
  expect(combineFrames(answers)).toEqual({ ...mail('dom'), failed });
});

describe('reading a tab', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  type Frame = () => Promise<unknown> | unknown;
  const scripting = (frames: Frame[], { doesAllHang = false } = {}) => {
    const executeScript = async (injection: {
      target: { allFrames?: boolean; frameIds?: number[] };
      files?: string[];
    }) => {
      const { target, files } = injection;
      if (target.allFrames && doesAllHang) return new Promise(() => {});
      const ids = target.allFrames ? frames.map((_, id) => id) : (target.frameIds ?? []);
      return Promise.all(
        ids.map(async (frameId) => ({ frameId, result: files ? await frames[frameId]?.() : undefined })),
      );
    };
    return { executeScript } as unknown as Scripting;
  };
  const hangs = () => new Promise(() => {});
  const read = async (from: Scripting) => {
    const reading = readTab(1, { mode: 'read' }, from);
    reading.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(30_000);
    return reading;
  };

  test('every frame that answered counts, none is silent', async () => {
    const reading = await read(scripting([() => none('not_for_this_frame'), () => mail('source')]));
    expect(reading).toEqual({ result: mail('source'), silentFrames: 0 });
  });

  test('a frame that hangs is left out after five seconds and counted', async () => {
    const began = Date.now();
    const reading = readTab(1, { mode: 'read' }, scripting([() => mail('dom'), hangs]));
    await vi.advanceTimersByTimeAsync(5000);
    expect(await reading).toEqual({ result: mail('dom'), silentFrames: 1 });
    expect(Date.now() - began).toBeLessThan(5100);
  });

  test('a frame that is still fetching a large mail is waited for', async () => {
    const slow = () => new Promise((resolve) => setTimeout(() => resolve(mail('source')), 9000));
    const reading = await read(scripting([() => none('not_for_this_frame'), slow]));
    expect(reading.result).toEqual(mail('source'));
  });

  test('for ticked messages a frame that hangs is not waited for longer than its patience', async () => {
    const began = Date.now();
    const reading = readTab(1, { mode: 'selected' }, scripting([() => ticked('a'), hangs]));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await reading).toEqual({ result: ticked('a'), silentFrames: 1 });
    expect(Date.now() - began).toBeLessThan(2100);
  });

  test('where some frame holds back the answers of all, the top frame is read', async () => {
    const reading = await read(scripting([() => page(), hangs], { doesAllHang: true }));
    expect(reading).toEqual({ result: page(), silentFrames: 1 });
  });

  test('no answer at all is a timeout', async () => {
    await expect(read(scripting([hangs]))).rejects.toBeInstanceOf(CaptureTimeout);
  });
});

describe('why a page cannot be read', () => {
  test.each([
    ['Cannot access a chrome:// URL', 'restricted_page'],
    ['The extensions gallery cannot be scripted.', 'restricted_page'],
    ['This page cannot be scripted due to an ExtensionsSettings policy.', 'restricted_page'],
    ['Cannot access contents of url "file:///a.html".', 'restricted_page'],
    ['Cannot access contents of url "data:text/html,a".', 'restricted_page'],
    ['Cannot access contents of the page. Extension manifest must request permission', 'no_grant'],
    ['No tab with id: 5.', 'error'],
    ['Frame with ID 0 is showing error page', 'error'],
  ] as const)('%s', (message, reason) => {
    expect(failureOf(new Error(message))).toBe(reason);
  });
});
