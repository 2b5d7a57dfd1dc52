import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Ask } from '../../../shared/capture.ts';
import { type Change, capture as captureAt, saved as savedPage, serve } from './saved-page.ts';

const TOP = 'https://post.example/post/?_task=mail&_mbox=INBOX';
const SHOW = 'https://post.example/post/?_task=mail&_action=show';
const KEYS = [
  `${SHOW}&_uid=81&_mbox=INBOX`,
  `${SHOW}&_uid=83&_mbox=Kunden%2F%26WeBnCQ-`,
  `${SHOW}&_uid=86&_mbox=INBOX`,
];
const SOURCE = `From: "Mei Tan" <mei@tan.example>
To: Jon Berg <jon@berg.example>
Subject: Visit on 12 October
Date: Fri, 2 Oct 2026 15:05:10 +0200
Message-ID: <81@tan.example>

Can we come on 12 October?
`.replaceAll('\n', '\r\n');

const saved = (name: 'ticked' | 'list' | 'message', change?: Change) =>
  savedPage(`roundcube/${name}`, change);
const capture = (document: Document, ask: Ask) => captureAt(document, ask, { url: TOP });

afterEach(() => vi.unstubAllGlobals());

describe('messages ticked in Roundcube’s list', () => {
  it('are listed in its order with the keys that they have when they are open', async () => {
    expect(await capture(saved('ticked'), { mode: 'selected' })).toEqual({
      status: 'selection',
      adapter: 'roundcube',
      messages: [
        { pageKey: KEYS[0], subject: 'Visit on 12 October', from: 'Mei Tan', date: 'Today 15:05' },
        {
          pageKey: KEYS[1],
          subject: 'Found by a search of all folders',
          from: 'Ana Ruiz',
          date: 'Mon 09:12',
        },
        { pageKey: KEYS[2], subject: '询价', from: '李华', date: '2026-10-02 09:00' },
      ],
    });
  });

  it.each(['read', 'probe'] as const)('are counted where a %s finds the list', async (mode) => {
    expect(await capture(saved('ticked'), { mode })).toEqual({
      status: 'none',
      adapter: 'roundcube',
      reason: 'list',
      selected: 3,
    });
  });

  it('hide the message that the preview still shows', async () => {
    const document = saved('ticked', (page) => {
      const frame = page.querySelector('iframe') ?? page.body;
      Object.defineProperty(frame, 'contentDocument', { value: saved('message') });
    });
    expect(await capture(document, { mode: 'read' })).toMatchObject({ reason: 'list', selected: 3 });
  });

  it('one that is open beside the list is the open message, and still ticked', async () => {
    const open = saved('list', (page) => {
      const frame = page.querySelector('iframe') ?? page.body;
      Object.defineProperty(frame, 'contentDocument', { value: saved('message') });
    });
    expect(await capture(open, { mode: 'read' })).toMatchObject({ reason: 'not_for_this_frame' });
    expect(await capture(open, { mode: 'selected' })).toMatchObject({ messages: [{ pageKey: KEYS[0] }] });
  });

  it('a list with none ticked has none, and a page without a list cannot tell', async () => {
    const empty = saved('ticked', (page) => {
      for (const row of page.querySelectorAll('tr.selected')) row.classList.remove('selected');
    });
    expect(await capture(empty, { mode: 'selected' })).toMatchObject({ status: 'selection', messages: [] });
    expect(await capture(saved('message'), { mode: 'selected' })).toEqual({
      status: 'none',
      reason: 'cannot_tell',
    });
  });
});

describe('a message asked for by its key', () => {
  it('is read from its source alone', async () => {
    const asked = serve(() => new Response(SOURCE));
    const key = KEYS[0] ?? '';
    expect(await capture(saved('ticked'), { mode: 'message', key })).toMatchObject({
      status: 'item',
      item: {
        pageKey: key,
        readFrom: 'source',
        from: { email: 'mei@tan.example' },
        text: 'Can we come on 12 October?',
      },
    });
    expect(asked).toEqual(['https://post.example/post/?_task=mail&_action=viewsource&_uid=81&_mbox=INBOX']);
  });

  it.each([
    ['whose source is refused', () => new Response('no', { status: 403 }), 'http_403'],
    ['whose session has ended', () => new Response('<!DOCTYPE html>'), 'not_a_message'],
    ['without a network', () => Promise.reject(new TypeError('Failed to fetch')) as never, 'network'],
  ])('%s is an error with its code', async (_, answer, message) => {
    serve(answer);
    expect(await capture(saved('ticked'), { mode: 'message', key: KEYS[0] ?? '' })).toEqual({
      status: 'error',
      adapter: 'roundcube',
      message,
    });
  });

  it.each([
    ['of another site', 'https://evil.example/post/?_task=mail&_action=show&_uid=81&_mbox=INBOX'],
    ['of another path', 'https://post.example/other/?_task=mail&_action=show&_uid=81&_mbox=INBOX'],
    ['with a further parameter', `${SHOW}&_uid=81&_mbox=INBOX&_safe=1`],
    ['with another action', 'https://post.example/post/?_task=mail&_action=delete&_uid=81&_mbox=INBOX'],
    ['without a number', `${SHOW}&_uid=*&_mbox=INBOX`],
    ['that is no address', '81'],
  ])('%s is not asked for', async (_, key) => {
    const asked = serve(() => new Response(SOURCE));
    expect(await capture(saved('ticked'), { mode: 'message', key })).toEqual({
      status: 'none',
      reason: 'cannot_tell',
    });
    expect(asked).toEqual([]);
  });
});
