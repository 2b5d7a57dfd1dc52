import { describe, expect, it } from 'vitest';
import type { PageAdapter } from '../../../extension/capture/adapter.ts';
import { bounded, MAX_TEXT } from '../../../extension/capture/bounds.ts';
import { captureFrame } from '../../../extension/capture/capture.ts';
import { first } from '../../../extension/capture/registry.ts';
import { FrameResult, MAX_CAPTURE_TEXT } from '../../../shared/capture.ts';

const page = (html: string, url = 'https://tan.example/news?id=1#top', isTop = true) => ({
  document: new DOMParser().parseFromString(html, 'text/html'),
  url: new URL(url),
  isTop,
});
const READ = { mode: 'read', region: 'DE', timeZone: 'UTC' } as const;

const broken: PageAdapter = {
  id: 'broken',
  matches: () => true,
  find: () => {
    throw new Error('the site has changed');
  },
};
const working: PageAdapter = {
  id: 'working',
  matches: () => true,
  find: () => ({ kind: 'none', reason: 'list' }),
};
const elsewhere: PageAdapter = { ...working, id: 'elsewhere', matches: () => false };
const look = (adapter: PageAdapter) => adapter.find(page(''));

describe('the registry', () => {
  it('an adapter that breaks is named, and the next one tries', () => {
    expect(first(page(''), look, [elsewhere, broken, working])).toEqual({
      adapter: 'working',
      found: { kind: 'none', reason: 'list' },
      failed: [{ adapter: 'broken', message: 'Error: the site has changed' }],
    });
  });

  it('where none knows the page, what broke is the answer', () => {
    expect(first(page(''), look, [broken])).toMatchObject({ failed: [{ adapter: 'broken' }] });
  });
});

describe('what a frame answers', () => {
  it('a page inside a page is not for this frame', async () => {
    expect(await captureFrame(page('<p>ad</p>', 'https://ads.example/', false), READ)).toMatchObject({
      status: 'none',
      reason: 'not_for_this_frame',
    });
  });

  it('an address that is no web address cannot be told', async () => {
    expect(await captureFrame(page('<p>x</p>', 'file:///tmp/x.html'), READ)).toEqual({
      status: 'none',
      reason: 'cannot_tell',
    });
  });

  it('a probe of a page names it and reads nothing', async () => {
    expect(await captureFrame(page('<title>News</title><p>x</p>'), { ...READ, mode: 'probe' })).toEqual({
      status: 'item',
      item: {
        kind: 'page',
        adapter: 'web-page',
        pageKey: 'https://tan.example/news?id=1',
        title: '',
        url: '',
        text: '',
      },
    });
  });
});

describe('bounds', () => {
  const long = 'x'.repeat(10_000);
  const mail = {
    kind: 'mail',
    adapter: 'a',
    readFrom: 'source',
    pageKey: long,
    subject: long.repeat(2),
    from: { name: long, email: `${long}@x.example` },
    to: Array.from({ length: 3000 }, () => ({ email: 'a@b.example' })),
    cc: [],
    bcc: [],
    replyTo: [],
    messageId: long,
    references: [long, '<a@b.example>'],
    text: `half a character \ud83c and NUL \0${'y'.repeat(MAX_TEXT)}`,
    attachments: [{ name: long, type: long }],
  } as const;

  it('are those of the contract', () => {
    expect(MAX_TEXT).toBe(MAX_CAPTURE_TEXT);
  });

  it('whatever a page hands over passes the contract', () => {
    const cut = bounded({ status: 'item', item: structuredClone(mail) as never });
    const parsed = FrameResult.parse(JSON.parse(JSON.stringify(cut)));
    if (parsed.status !== 'item' || parsed.item.kind !== 'mail') throw new Error();
    expect(parsed.item.from).not.toHaveProperty('email');
    expect(parsed.item.references).toEqual(['<a@b.example>']);
    expect(parsed.item.text).toMatch(/^half a character \ufffd and NUL y/);
  });
});
