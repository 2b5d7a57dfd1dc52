import { afterEach, describe, expect, it, vi } from 'vitest';
import { ACCOUNT, capture, NEWEST, SOURCE, saved } from './gmail-page.ts';
import { mailOf, refuse, serve } from './saved-page.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a page of Gmail that shows no message', () => {
  it('a list is a list, with what is ticked in it', async () => {
    expect(await capture(saved('list'), undefined, { url: `${ACCOUNT}#inbox` })).toEqual({
      status: 'none',
      adapter: 'gmail',
      reason: 'list',
      selected: 2,
    });
  });

  it('a message being written is told as far as it stands', async () => {
    expect(await capture(saved('compose'))).toEqual({
      status: 'none',
      adapter: 'gmail',
      reason: 'composing',
      draft: {
        subject: 'Offer',
        to: [{ name: 'Mei Tan', email: 'mei@tan.example' }],
        cc: [{ email: 'ana@ruiz.example' }],
        bcc: [],
        text: 'Dear Mei,\nsix pumps it is.',
      },
    });
    expect(await capture(saved('compose'), { mode: 'probe' })).not.toHaveProperty('draft');
  });

  it('a window for writing hides the open mail only while it has the focus', async () => {
    refuse();
    const both = (isFocused: boolean) =>
      saved('conversation', (page) => {
        page.body.append(...saved('compose').body.children);
        const text = [...page.querySelectorAll('[role=textbox]')].at(-1);
        Object.defineProperty(page, 'activeElement', { value: isFocused ? text : page.body });
      });
    expect(await capture(both(true))).toMatchObject({ reason: 'composing', draft: { subject: 'Offer' } });
    expect(mailOf(await capture(both(false))).pageKey).toBe(NEWEST);
  });

  it('a frame in it has nothing to say', async () => {
    const result = await capture(saved('conversation'), { mode: 'probe' }, { isTop: false });
    expect(result).toMatchObject({ adapter: 'gmail', reason: 'not_for_this_frame' });
    const ticked = await capture(saved('list'), { mode: 'selected' }, { isTop: false });
    expect(ticked).toMatchObject({ status: 'none' });
  });

  it.each([
    ['a host that only ends alike', 'https://mail.google.com.evil.example/mail/u/0/'],
    ['another product on its host', 'https://mail.google.com/chat/u/0/'],
  ])('%s is not Gmail', async (_, url) => {
    const { adapter } = await capture(saved('list'), { mode: 'read' }, { url }).then((result) =>
      result.status === 'item' ? result.item : result,
    );
    expect(adapter).not.toBe('gmail');
  });
});

describe('messages by their key', () => {
  it('those ticked in the list are named by the newest message that has been sent', async () => {
    expect(await capture(saved('list'), { mode: 'selected' })).toEqual({
      status: 'selection',
      adapter: 'gmail',
      messages: [
        { pageKey: NEWEST, subject: 'Angebot Pumpen', from: 'Mei Tan, 我', date: '2025年8月20日周三 13:19' },
        {
          pageKey: `${ACCOUNT}#17975fd2bbdc001f`,
          subject: '询价',
          from: '李华',
          date: '2025年8月18日周一 09:02',
        },
      ],
    });
    expect(await capture(saved('conversation'), { mode: 'selected' })).toMatchObject({
      reason: 'cannot_tell',
    });
  });

  it('a ticked one is read from its source, like the open one', async () => {
    const asked = serve(() => new Response(SOURCE));
    const listed = mailOf(await capture(saved('list'), { mode: 'message', key: NEWEST }));
    const open = mailOf(await capture(saved('conversation'), { mode: 'message', key: NEWEST }));
    expect({ ...open, thread: undefined }).toEqual({ ...listed, thread: undefined });
    expect(new Set(asked).size).toBe(1);
  });

  it('another open one of the conversation is read from the page where the source is refused', async () => {
    refuse();
    const key = `${ACCOUNT}#17975fd2bbdc000d`;
    expect(mailOf(await capture(saved('conversation'), { mode: 'message', key })).text).toBe(
      'Danke, das schaue ich mir an.',
    );
  });

  it('a folded one is read from its source, or not at all', async () => {
    const key = `${ACCOUNT}#msg-f:1700000000000000011`;
    const asked = refuse();
    expect(await capture(saved('conversation'), { mode: 'message', key })).toEqual({
      status: 'error',
      adapter: 'gmail',
      message: 'http_404',
    });
    expect(asked).toEqual([
      `${ACCOUNT}?view=att&permmsgid=msg-f:1700000000000000011&attid=0&disp=comp&safe=1&zw`,
    ]);
  });

  it('a folded one that was picked still tells its place among the others', async () => {
    serve(() => new Response(SOURCE));
    const key = `${ACCOUNT}#msg-f:1700000000000000011`;
    const { thread, readFrom } = mailOf(await capture(saved('conversation'), { mode: 'message', key }));
    expect(readFrom).toBe('source');
    expect(thread?.map(({ isOpen }) => isOpen)).toEqual([true, false, false, false]);
  });

  it.each([
    ['of another account', 'https://mail.google.com/mail/u/0/#17975fd2bbdc000e'],
    ['of another site', 'https://evil.example/mail/u/1/#17975fd2bbdc000e'],
    ['with a parameter', `${ACCOUNT}?x=1#17975fd2bbdc000e`],
    ['that is no number', `${ACCOUNT}#17975fd2bbdc000e&view=lg`],
  ])('one %s is not asked for', async (_, key) => {
    const asked = serve(() => new Response(SOURCE));
    expect(await capture(saved('list'), { mode: 'message', key })).toMatchObject({ status: 'none' });
    expect(asked).toEqual([]);
  });
});
