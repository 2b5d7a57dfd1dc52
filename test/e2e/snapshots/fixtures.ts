import { readFileSync } from 'node:fs';
import type { Saved } from '../../../scripts/capture/saved-page.ts';
import { fromRoot } from '../../../scripts/root.ts';
import type { FrameResult } from '../../../shared/capture.ts';

export type Capture = (saved: Omit<Saved, 'region'>) => Promise<FrameResult>;
export type Checked = { name: string; wrong: string[] };

const ACCOUNT = 'https://mail.google.com/mail/u/1/';
const NEWEST = '17975fd2bbdc000e';
const SOURCE = `From: Ana Ruiz <ana@ruiz.example>\r
To: Jon Berg <jon@berg.example>\r
Subject: Re: Angebot Pumpen\r
Message-ID: <14@ruiz.example>\r
Content-Type: text/plain; charset=utf-8\r
\r
Wir nehmen sechs Pumpen für Köln.\r
`;
const SERVED = {
  [`${ACCOUNT}?view=att&th=${NEWEST}&attid=0&disp=comp&safe=1&zw`]: SOURCE,
};

type Case = Pick<Saved, 'ask' | 'answers'> & { name: string; page: string; expected: object };

/** Our own pages of Gmail in a browser with layout, and with a server behind them. */
const CASES: Case[] = [
  {
    name: 'Gmail: the newest open message is read from its source',
    page: 'conversation',
    answers: SERVED,
    expected: {
      status: 'item',
      item: { adapter: 'gmail', readFrom: 'source', text: 'Wir nehmen sechs Pumpen für Köln.' },
    },
  },
  {
    name: 'Gmail: without its source it is read from the page',
    page: 'conversation',
    expected: {
      status: 'item',
      item: {
        readFrom: 'dom',
        sourceError: 'network',
        subject: 'Angebot Pumpen',
        from: { name: 'Ana Ruiz', email: 'ana@ruiz.example' },
        to: [{ email: 'jon@berg.example' }, { name: 'Einkauf Desk', email: 'desk@berg.example' }],
        thread: [
          { isExpanded: false, isOpen: false },
          { isExpanded: false, isOpen: false },
          { isExpanded: true, isOpen: false },
          { isExpanded: true, isOpen: true },
        ],
      },
    },
  },
  {
    name: 'Gmail: a message ticked in the list is read from its source',
    page: 'list',
    ask: { mode: 'message', key: `${ACCOUNT}#${NEWEST}` },
    answers: SERVED,
    expected: { status: 'item', item: { readFrom: 'source', messageId: '<14@ruiz.example>' } },
  },
  {
    name: 'Gmail: the rows that are ticked, and no hidden one',
    page: 'list',
    ask: { mode: 'selected' },
    expected: {
      status: 'selection',
      messages: [{ pageKey: `${ACCOUNT}#${NEWEST}` }, { pageKey: `${ACCOUNT}#17975fd2bbdc001f` }],
    },
  },
  {
    name: 'Gmail: the window for writing that is not folded away',
    page: 'compose',
    expected: {
      status: 'none',
      reason: 'composing',
      draft: { subject: 'Offer', text: 'Dear Mei,\nsix pumps it is.' },
    },
  },
];

export async function checkFixtures(capture: Capture): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const { name, page, expected, ...asked } of CASES) {
    const html = readFileSync(fromRoot(`test/fixtures/gmail/${page}.html`));
    const result = await capture({ url: `${ACCOUNT}#inbox/x`, html, ...asked });
    checked.push({ name, wrong: difference(expected, result) });
  }
  return checked;
}

const difference = (expected: object, result: FrameResult): string[] =>
  holds(result, expected) ? [] : [`expected ${JSON.stringify(expected)}, read ${JSON.stringify(result)}`];

/** All that is expected is there; more may be, but not in a list. */
function holds(read: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return read === expected;
  if (typeof read !== 'object' || read === null) return false;
  if (Array.isArray(expected) && (!Array.isArray(read) || read.length !== expected.length)) return false;
  return Object.entries(expected).every(([key, value]) => holds(Reflect.get(read, key), value));
}
