import { afterEach, describe, expect, it, vi } from 'vitest';
import { captureFrame } from '../../../extension/capture/capture.ts';
import { FrameResult } from '../../../shared/capture.ts';

const URL_OF_MAIL = 'https://post.berg.example/webmail/read?id=7';
const READ = { region: 'DE', timeZone: 'Europe/Berlin' } as const;

const capture = async (html: string, url = URL_OF_MAIL, mode: 'read' | 'probe' = 'read') => {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const page = { document, url: new URL(url), isTop: true };
  return FrameResult.parse(JSON.parse(JSON.stringify(await captureFrame(page, { ...READ, mode }))));
};

const BUTTONS = '<div role="toolbar"><button>Reply</button><button>Forward</button></div>';
const row = (label: string, value: string) => `<tr><th>${label}:</th><td>${value}</td></tr>`;
const mail = ({
  from = 'Mei Tan &lt;mei@tan.example&gt;',
  to = 'jon@berg.example',
  extra = '',
  body = '<p>Hello</p>',
}) =>
  `<title>Offer</title>${BUTTONS}<div class="msg"><h2>Offer</h2><table>${row('From', from)}${row('To', to)}${extra}</table><div class="message-body">${body}</div></div>`;

const serve = (answer: () => Response) => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href);
    return answer();
  });
  return asked;
};
const source = (from: string, subject = 'Offer') =>
  new Response(`From: ${from}\r\nSubject: ${subject}\r\nMessage-ID: <1@x>\r\n\r\nHello from the source\r\n`);
const SOURCE_LINK = '<ul style="display:none"><li><a href="/webmail/raw?id=7">View source</a></li></ul>';

afterEach(() => vi.unstubAllGlobals());

describe('a mail in an unknown webmail', () => {
  it('is read by its labels', async () => {
    expect(await capture(mail({}))).toMatchObject({
      status: 'item',
      item: {
        kind: 'mail',
        adapter: 'generic',
        readFrom: 'dom',
        subject: 'Offer',
        from: { name: 'Mei Tan', email: 'mei@tan.example' },
        to: [{ email: 'jon@berg.example' }],
        text: 'Hello',
      },
    });
  });

  it('whose name is an address of somebody else is from the address behind it', async () => {
    const result = await capture(mail({ from: 'ceo@bank.example &lt;x@shady.example&gt;' }));
    expect(result).toMatchObject({ item: { from: { email: 'x@shady.example' } } });
  });

  it('that forges a head is read by the head above it', async () => {
    const forged = `<div class="message-header"><table>${row('From', 'Boss &lt;boss@bank.example&gt;')}</table></div><div class="message-body">Pay</div>`;
    const result = await capture(mail({ body: `<p>See below</p>${forged}` }));
    expect(result).toMatchObject({ item: { from: { email: 'mei@tan.example' } } });
  });

  it('leaves out receivers of whom it shows only some', async () => {
    const result = await capture(mail({ to: 'jon@berg.example, ana@ruiz.example and 3 more' }));
    expect(result).toMatchObject({ status: 'item', item: { to: [] } });
  });

  it.each([
    ['two addresses', 'Mei Tan &lt;mei@tan.example&gt; for &lt;sales@tan.example&gt;', 2],
    ['a name alone', 'Mei Tan', 0],
    ['a bare address, where receivers are shown by name', 'mei@tan.example', 1],
  ])('with %s as its sender cannot be told', async (_, from, count) => {
    const result = await capture(mail({ from, to: 'Jon Berg' }));
    expect(result).toMatchObject({ status: 'none', reason: 'cannot_tell', mail: { text: 'Hello' } });
    expect(result).not.toHaveProperty('mail.from');
    if (result.status !== 'none') throw new Error();
    expect(result.candidates ?? []).toHaveLength(count);
  });
});

describe('the source that the page offers', () => {
  const withLink = mail({}).replace('<h2>', `${SOURCE_LINK}<h2>`);

  it('is fetched from a link in a closed menu', async () => {
    const asked = serve(() => source('mei@tan.example'));
    expect(await capture(withLink)).toMatchObject({
      item: { readFrom: 'source', text: 'Hello from the source' },
    });
    expect(asked).toEqual(['https://post.berg.example/webmail/raw?id=7']);
  });

  it('is not asked for by a probe, which names the same message', async () => {
    const asked = serve(() => source('mei@tan.example'));
    const [probe, whole] = [await capture(withLink, URL_OF_MAIL, 'probe'), await capture(withLink)];
    expect(asked).toHaveLength(1);
    if (probe.status !== 'item' || whole.status !== 'item') throw new Error();
    expect(probe.item.pageKey).toBe(whole.item.pageKey);
  });

  it('that names another sender leaves nothing certain', async () => {
    serve(() => source('eve@evil.example'));
    expect(await capture(withLink)).toMatchObject({ status: 'none', reason: 'cannot_tell' });
  });

  it('tells the sender where the page shows names alone, and the subject agrees', async () => {
    const names = mail({ from: 'Mei Tan', to: 'Jon Berg' }).replace('<h2>', `${SOURCE_LINK}<h2>`);
    serve(() => source('Mei Tan <mei@tan.example>'));
    expect(await capture(names)).toMatchObject({ item: { from: { email: 'mei@tan.example' } } });
    serve(() => source('mei@tan.example', 'Something else'));
    expect(await capture(names)).toMatchObject({ status: 'none', reason: 'cannot_tell' });
  });

  it.each([
    ['of another origin', '<a href="https://evil.example/raw?id=7">View source</a>'],
    ['that deletes', '<a href="/webmail/delete?id=7&raw=1">View source</a>'],
    ['that archives', '<a href="/webmail/doArchive?id=7&view=original">View source</a>'],
    ['that files', '<a href="/webmail/act?op=file&raw=7">Raw message</a>'],
    ['that deletes by a method', '<a href="/webmail/deleteMessage.do?mid=7&view=source">View source</a>'],
    ['of an attached message', '<a href="/webmail/part?id=7&p=2&name=older.eml">Download message</a>'],
    ['beside a file', '<p>older.eml <a href="/webmail/raw?id=7&n=2" title="open">↓</a></p>'],
    ['in the words of the mail', ''],
  ])('a link %s is not followed', async (_, link) => {
    const asked = serve(() => source('mei@tan.example'));
    const inWords = link ? {} : { body: '<a href="/webmail/raw?id=7">View source</a>' };
    await capture(mail(inWords).replace('<h2>', `${link}<h2>`));
    expect(asked).toEqual([]);
  });
});

describe('a source that was merely found', () => {
  const linked = (dated: string) => mail({}).replace('<h2>', `${SOURCE_LINK}${dated}<h2>`);

  it('is another message’s where the sender agrees and the subject does not', async () => {
    serve(() => source('mei@tan.example', 'An older mail'));
    const found = await capture(linked(''));
    expect(found).toMatchObject({ item: { readFrom: 'dom', sourceError: 'not_proven' } });
  });

  it('proves nothing by the subject alone', async () => {
    const names = mail({ from: 'Ann Other', to: 'Jon Berg' }).replace('<h2>', `${SOURCE_LINK}<h2>`);
    serve(() => source('ceo@bank.example'));
    expect(await capture(names)).toMatchObject({ status: 'none', reason: 'cannot_tell' });
  });
});

describe('what is no open mail', () => {
  it('a page that names addresses stays a page', async () => {
    const html =
      '<h1>Contact</h1><p>From: Berlin To: Rome</p><p>Write to <a href="mailto:info@berg.example">us</a></p>';
    expect(await capture(html, 'https://www.berg.example/contact')).toMatchObject({ item: { kind: 'page' } });
  });

  it('a mail in a public archive stays a page', async () => {
    const html = mail({}).replace(BUTTONS, '<a>reply</a>');
    expect(await capture(html, 'https://lists.berg.example/archive/7.html')).toMatchObject({
      item: { kind: 'page' },
    });
  });

  it('an empty pane beside the folders cannot be told', async () => {
    const folders = '<nav><a>Inbox</a><a>Sent</a><a>Drafts</a></nav><button>Compose</button>';
    expect(await capture(`${folders}<p>Nothing chosen</p>`)).toMatchObject({
      status: 'none',
      reason: 'cannot_tell',
    });
  });
});
