import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { captureFrame } from '../../../extension/capture/capture.ts';
import { FrameResult } from '../../../shared/capture.ts';

const PAGES = resolve(import.meta.dirname, '../../fixtures/roundcube');
const FRAME =
  'https://post.example/post/?_task=mail&_caps=pdf%3D1&_uid=81&_mbox=INBOX&_framed=1&_action=preview';
const TOP = 'https://post.example/post/?_task=mail&_mbox=INBOX';
const READ = { mode: 'read', region: 'DE', timeZone: 'Europe/Berlin' } as const;

/** An empty `srcdoc` keeps happy-dom from loading the frames; a test puts into them what it needs. */
function saved(name: string, change: (document: Document) => void = () => {}): Document {
  const html = readFileSync(resolve(PAGES, `${name}.html`), 'utf8').replace('<iframe ', '<iframe srcdoc="" ');
  const document = new DOMParser().parseFromString(html, 'text/html');
  change(document);
  return document;
}

type Where = { url: string; isTop: boolean };
const capture = async (document: Document, { url, isTop }: Where, mode: 'read' | 'probe' = 'read') =>
  FrameResult.parse(
    JSON.parse(JSON.stringify(await captureFrame({ document, url: new URL(url), isTop }, { ...READ, mode }))),
  );

/** The web server of the page: answers the source, or refuses. */
const serve = (answer: () => Response) => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href);
    return answer();
  });
  return asked;
};
const refuse = () => serve(() => new Response('no', { status: 403 }));

const SOURCE = `From: "Mei Tan" <mei@xn--bcher-tan-q9a.example>
To: Jon Berg <jon@berg.example>
Subject: Besuch am 12. Oktober
Date: Fri, 2 Oct 2026 15:05:10 +0200
Message-ID: <81@tan.example>
Content-Type: text/plain; charset=utf-8

Können wir am 12. Oktober kommen?
`.replaceAll('\n', '\r\n');

afterEach(() => vi.unstubAllGlobals());

describe('an open message', () => {
  it('is read from its source, under the path where this Roundcube stands', async () => {
    const asked = serve(() => new Response(SOURCE));
    const result = await capture(saved('message'), { url: FRAME, isTop: false });
    expect(asked).toEqual(['https://post.example/post/?_task=mail&_action=viewsource&_uid=81&_mbox=INBOX']);
    expect(result).toMatchObject({
      status: 'item',
      item: { readFrom: 'source', messageId: '<81@tan.example>', text: 'Können wir am 12. Oktober kommen?' },
    });
  });

  it('without a source is read from the page: no forged head, no attached message, no history', async () => {
    refuse();
    const result = await capture(saved('message'), { url: FRAME, isTop: false });
    expect(result).toMatchObject({
      status: 'item',
      item: {
        kind: 'mail',
        adapter: 'roundcube',
        readFrom: 'dom',
        sourceError: 'http_403',
        subject: 'Besuch am 12. Oktober',
        from: { name: 'Mei Tan', email: 'mei@xn--bcher-tan-q9a.example' },
        to: [{ name: 'Jon Berg', email: 'jon@berg.example' }, { email: 'desk@berg.example' }],
        cc: [{ name: 'Ana Ruiz', email: 'ana@ruiz.example' }],
        attachments: [{ name: 'Lageplan.pdf' }],
      },
    });
    if (result.status !== 'item') throw new Error();
    expect(result.item.text).toMatch(/^Können wir am 12. Oktober kommen\?[\s\S]*Gruß, Mei$/);
    expect(result.item).not.toHaveProperty('date');
  });

  it.each([
    [
      'another message',
      () => new Response(SOURCE.replace('mei@xn--bcher-tan-q9a', 'eve@evil')),
      'other_message',
    ],
    ['a sign-in page', () => new Response('<!DOCTYPE html><html></html>'), 'not_a_message'],
    ['more than 30 MB', () => new Response('A: b\n'.repeat(7_000_000)), 'too_large'],
  ])('a source that is %s is not believed', async (_, answer, sourceError) => {
    serve(answer);
    const result = await capture(saved('message'), { url: FRAME, isTop: false });
    expect(result).toMatchObject({ status: 'item', item: { readFrom: 'dom', sourceError } });
  });

  it('a probe asks for nothing and names the message as the capture did', async () => {
    const asked = refuse();
    const probe = await capture(saved('message'), { url: FRAME, isTop: false }, 'probe');
    expect(asked).toEqual([]);
    const whole = await capture(saved('message'), { url: FRAME, isTop: false });
    const inOwnWindow = FRAME.replace('_framed=1&_action=preview', '_action=show&_extwin=1');
    const other = await capture(saved('message'), { url: inOwnWindow, isTop: true }, 'probe');
    const keys = [probe, whole, other].map((result) => (result.status === 'item' ? result.item.pageKey : ''));
    expect(new Set(keys)).toEqual(
      new Set(['https://post.example/post/?_task=mail&_action=show&_uid=81&_mbox=INBOX']),
    );
    expect(probe).toMatchObject({ item: { text: '', to: [] } });
  });

  it('is known by its structure where a saved page has lost its scripts and its address', async () => {
    refuse();
    const document = saved('message', (page) => {
      for (const script of page.querySelectorAll('script')) script.remove();
    });
    expect(await capture(document, { url: 'https://post.example/x', isTop: true })).toMatchObject({
      item: { subject: 'Besuch am 12. Oktober', pageKey: expect.stringContaining('_uid=81') },
    });
  });
});

describe('a page that shows no message', () => {
  const frameOf = (page: Document) => page.querySelector('iframe');

  it('a list is a list, in the top frame, with a message chosen that is not shown', async () => {
    const list = saved('list', (page) => {
      Object.defineProperty(frameOf(page), 'contentDocument', { value: saved('list') });
    });
    expect(await capture(list, { url: TOP, isTop: true })).toEqual({
      status: 'none',
      adapter: 'roundcube',
      reason: 'list',
      selected: 1,
    });
  });

  it('with a message in its frame the top frame leaves the answer to it', async () => {
    const list = saved('list', (page) => {
      Object.defineProperty(frameOf(page), 'contentDocument', { value: saved('message') });
    });
    expect(await capture(list, { url: TOP, isTop: true })).toMatchObject({ reason: 'not_for_this_frame' });
  });

  it('a message in a frame of another origin is blocked, and the origin named', async () => {
    const list = saved('list', (page) => {
      frameOf(page)?.setAttribute('src', 'https://mail.inner.example/?_task=mail&_uid=81&_mbox=INBOX');
      Object.defineProperty(frameOf(page), 'contentDocument', { value: null });
    });
    expect(await capture(list, { url: TOP, isTop: true })).toMatchObject({
      reason: 'frame_blocked',
      origin: 'https://mail.inner.example',
    });
  });

  it('a pane that is hidden behind the list does not count', async () => {
    const list = saved('list', (page) => {
      Object.defineProperty(frameOf(page), 'contentDocument', { value: saved('message') });
      Object.assign(frameOf(page) ?? {}, { checkVisibility: () => false });
    });
    expect(await capture(list, { url: TOP, isTop: true })).toMatchObject({ reason: 'list' });
  });

  it('a mail being written is no mail', async () => {
    const url = 'https://post.example/post/?_task=mail&_action=compose&_id=1';
    expect(await capture(saved('compose'), { url, isTop: true })).toMatchObject({ reason: 'composing' });
  });

  it('the page of an attachment shows no message', async () => {
    const part = saved('list', (page) => {
      page.body.className = 'task-mail action-get';
      frameOf(page)?.setAttribute('id', 'messagepartframe');
      Object.defineProperty(frameOf(page), 'contentDocument', {
        value: new DOMParser().parseFromString('', 'text/html'),
      });
    });
    expect(await capture(part, { url: TOP, isTop: true })).toMatchObject({ reason: 'list' });
  });
});
