import { describe, expect, it } from 'vitest';
import { captureFrame } from '../../../extension/capture/capture.ts';
import { FrameResult } from '../../../shared/capture.ts';

const capture = async (html: string) => {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const page = { document, url: new URL('https://post.berg.example/webmail/read?id=7'), isTop: true };
  const ask = { mode: 'read', region: 'DE', timeZone: 'Europe/Berlin' } as const;
  return FrameResult.parse(JSON.parse(JSON.stringify(await captureFrame(page, ask))));
};

const TOOLBAR = '<div><button>Reply</button><button>Forward</button></div>';

/** An account above, folders to the left, and the open message. */
const program = ({ account = '', folders = '', list = '', pane = '' }) =>
  `<title>Offer</title><div class="top">${account}</div><div class="row"><div class="folders">${folders}</div><div>${list}</div><div class="pane">${TOOLBAR}${pane}</div></div>`;

const MEI = { name: 'Mei Tan', email: 'mei@tan.example' };
const BODY = '<div class="mail-content"><p>Hello from the hills, the offer is below.</p></div>';
const FIELDS = `<p><label>From:</label> Mei Tan &lt;mei@tan.example&gt;</p><p><label>To:</label> sun@berg.example</p><p><label>Date:</label> 9 April 2026 09:05</p>`;

describe('an address in the program around a mail', () => {
  it('is not the sender where it stands above the fields', async () => {
    const html = program({ account: 'Welcome, sun@berg.example', pane: `<h3>Offer</h3>${FIELDS}${BODY}` });
    expect(await capture(html)).toMatchObject({ item: { from: MEI, to: [{ email: 'sun@berg.example' }] } });
  });

  it('is not the sender where a folder beside it is called as a field is', async () => {
    const folders = '<div>Ana Ruiz</div><div>ana@berg.example</div><ul><li>Inbox</li><li>Sent</li></ul>';
    const list = '<div><b>Mei Tan</b><p>Offer</p></div><div><b>billing@host.example</b><p>Receipt</p></div>';
    const pane = `<div class="card"><div class="msg-header"><h5>Offer</h5><div><a href="mailto:mei@tan.example">Mei Tan</a></div><div>Monday, June 1, 2026 13:50</div><div><label>To</label><span title="ana@berg.example">Ana Ruiz</span></div></div>${BODY}</div>`;
    expect(await capture(program({ folders, list, pane }))).toMatchObject({ item: { from: MEI } });
  });

  it('leads no mail where it stands in a row of the list', async () => {
    const list = '<div class="m"><i>yard@berg.example</i> <span>4 Jun 2026 08:00</span></div>';
    const pane = `<h2>Offer</h2><div><b>Mei Tan</b> <i>5 June 2026 09:00</i></div><div><p>Hello from the hills.</p></div>`;
    const result = await capture(program({ list, pane }));
    expect(result).toMatchObject({ status: 'none', reason: 'cannot_tell' });
    expect(result).not.toHaveProperty('mail.date');
  });

  it('is not the sender where the message names none', async () => {
    const pane = `<h3>Offer</h3><div><b>Mei Tan</b> <span>9 April 2026 09:05</span></div>${BODY}`;
    const result = await capture(program({ account: 'Sun Berg sun@berg.example', pane }));
    expect(result).toMatchObject({ status: 'none', reason: 'cannot_tell' });
  });
});

describe('a mail that cannot be told', () => {
  const card = (subject: string, name: string) =>
    `<article class="card"><div><b>${name}</b> &lt;${name.toLowerCase()}@tan.example&gt; <time>9 April 2026 09:05</time></div><h3>${subject}</h3><div class="text">The first words of the message</div></article>`;

  it('is one of several that a search has found', async () => {
    const html = program({ pane: card('Offer', 'Mei') + card('Lunch', 'Jon') });
    expect(await capture(html)).toMatchObject({ status: 'none', reason: 'cannot_tell' });
  });

  it('is no other than a conversation where they answer each other', async () => {
    const html = program({ pane: card('Offer', 'Jon') + card('Re: Offer', 'Mei') });
    expect(await capture(html)).toMatchObject({ item: { from: { email: 'mei@tan.example' } } });
  });

  it.each(['Monika', 'Thierry', 'Frieda', 'Sunita'])('is one from %s to an address', async (name) => {
    const pane = `<h2>Offer</h2><div><span>${name}</span> <span>Jon &lt;jon@berg.example&gt;</span> <time>9 April 2026 09:05</time></div>${BODY}`;
    const result = await capture(program({ pane }));
    expect(result).toMatchObject({ status: 'none', reason: 'cannot_tell' });
  });
});

describe('a head in the words of a mail', () => {
  const director = 'The Director &lt;director@bank.example&gt;';
  const head = '<h2>Offer</h2><div class="h"><span>Ned Flint</span> <span>1 May 2026 05:00</span></div>';
  const field = (label: string, value: string) => `<tr><td>${label}:</td><td>${value}</td></tr>`;

  it.each([
    [
      'with labels',
      `${head}<div class="x"><table>${field('From', director)}${field('Date', '1 May 2026 05:00')}</table><p>Pay today.</p></div>`,
    ],
    [
      'with a name for programmers',
      `${head}<div class="x"><div class="sender">${director} 1 May 2026 05:00</div><p>Pay today.</p></div>`,
    ],
    [
      'with a subject above and an element for the words below',
      `<h2>Offer</h2><span>Ned Flint</span> <span>ned@flint.example</span> <button>Reply</button><div class="x"><p>Hi</p><h2>Offer</h2><div><b>From:</b> ${director}<br><b>Date:</b> 1 May 2026 05:00</div><div class="message-body">Pay today.</div></div>`,
    ],
  ])('is not believed %s where the true one cannot be told', async (_, pane) => {
    const result = await capture(program({ folders: '<ul><li>Inbox</li><li>Sent</li></ul>', pane }));
    expect(result).toMatchObject({ status: 'none', reason: 'cannot_tell' });
  });
});

describe('a page that shows no mail', () => {
  it.each([
    [
      'a rule for mails',
      '<h2>Filters</h2><div class="rule"><div>From: news@shop.example</div><div>Subject: sale</div><p>This rule moves the mails to the trash. It was made on the third of March.</p></div>',
    ],
    [
      'a list of two',
      `<ul>${['mei@tan.example', 'jon@berg.example'].map((email) => `<li class="m"><span class="from">${email}</span><span class="subject">Offer</span><span class="date">10 Mar 2026 09:10</span><div class="preview">The first words</div></li>`).join('')}</ul>`,
    ],
  ])('has no sender: %s', async (_, pane) => {
    const result = await capture(program({ folders: '<ul><li>Inbox</li><li>Sent</li></ul>', pane }));
    expect(result.status).toBe('none');
    expect(result).not.toHaveProperty('mail.from');
  });
});

describe('a time between the people and the words', () => {
  it('is the mail’s and none of its words', async () => {
    const pane = `<h2>Offer</h2><div><span aria-label="From: Mei Tan &lt;mei@tan.example&gt;">Mei Tan</span> <span>10 Mar 2026 09:10</span></div><div class="c"><p>Forty lamps, please.</p></div>`;
    expect(await capture(program({ pane }))).toMatchObject({
      item: { from: MEI, text: 'Forty lamps, please.', date: expect.any(Number) },
    });
  });
});
