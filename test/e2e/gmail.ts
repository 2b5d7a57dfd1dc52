import { readFileSync } from 'node:fs';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { fromRoot } from '../../scripts/root.ts';
import type { Surroundings } from './harness.ts';

type Message = { from: string; subject: string; date: string; text: string };

const THREAD = 'Flow cells for the second line';

/** By the number under which Gmail serves the source of each. */
const MESSAGES: Record<string, Message> = {
  'msg-f:1800000000000000001': {
    from: 'Priya Raman <priya.raman@harborlabs.example>',
    subject: THREAD,
    date: 'Mon, 16 Nov 2026 09:02:00 -0500',
    text: 'Could you quote twelve flow cells? We start in March.',
  },
  '18f1a2b3c4d50002': {
    from: 'Marcus Oyelaran <m.oyelaran@harborlabs.example>',
    subject: `Re: ${THREAD}`,
    date: 'Tue, 17 Nov 2026 16:40:00 -0500',
    text: 'The budget covers ten, not twelve.',
  },
  '18f1a2b3c4d50003': {
    from: 'Priya Raman <priya.raman@harborlabs.example>',
    subject: `Re: ${THREAD}`,
    date: 'Wed, 18 Nov 2026 08:15:00 -0500',
    text: 'Ten it is. Please send the order form.',
  },
  '18f1a2b3c4d50010': {
    from: 'Ngozi Okafor <ngozi.okafor@kestrelfoods.example>',
    subject: 'Probes for the bottling hall',
    date: 'Wed, 18 Nov 2026 13:19:00 +0000',
    text: 'Six more probes, please.',
  },
  '18f1a2b3c4d50012': {
    from: 'Zoë Lindgren <zoe@harborlabs.example>',
    subject: 'Delivery of the meters',
    date: 'Mon, 16 Nov 2026 09:02:00 -0500',
    text: 'Two cartons arrived, the third is missing.',
  },
};

/** Gmail of one signed-in account, answered from our own pages: the browser believes it is at Gmail's address. */
export class Gmail {
  readonly page: Page;
  /** Of each source that was asked for. */
  readonly asked: string[] = [];
  private readonly account: number;
  private html = '';

  private constructor(page: Page, account: number) {
    this.page = page;
    this.account = account;
  }

  static async open(around: Surroundings, account: number): Promise<Gmail> {
    const gmail = new Gmail(await around.browser.newPage(), account);
    await gmail.page.setRequestInterception(true);
    gmail.page.on('request', (request) => void gmail.answer(request));
    return gmail;
  }

  /** Turns to the page in test/fixtures/gmail of that name. */
  async show(fixture: 'thread' | 'ticked' | 'compose'): Promise<void> {
    this.html = readFileSync(fromRoot(`test/fixtures/gmail/${fixture}.html`), 'utf8');
    // Of two addresses that differ behind the # alone, the second would not be asked for.
    await this.page.goto('about:blank');
    await this.page.goto(`https://mail.google.com/mail/u/${this.account}/#inbox/${fixture}`);
  }

  /** Every account has mails of its own. */
  messageId(id: string): string {
    return `<${id.replace(':', '.')}.${this.account}@mail.example>`;
  }

  private answer(request: HTTPRequest): Promise<void> {
    const url = new URL(request.url());
    if (url.protocol !== 'https:') return request.continue();
    if (url.hostname !== 'mail.google.com') return request.abort();
    if (request.isNavigationRequest())
      return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: this.html });
    const id = url.searchParams.get('th') ?? url.searchParams.get('permmsgid') ?? '';
    const isSource = url.searchParams.get('view') === 'att' && url.searchParams.get('disp') === 'comp';
    const message = isSource ? MESSAGES[id] : undefined;
    if (!message) return request.respond({ status: 404 });
    this.asked.push(id);
    return request.respond({ status: 200, contentType: 'text/plain', body: this.sourceOf(id, message) });
  }

  private sourceOf(id: string, { from, subject, date, text }: Message): string {
    const lines = [
      `From: ${from}`,
      'To: rep@larkfield.example',
      `Subject: ${subject}`,
      `Date: ${date}`,
      `Message-ID: ${this.messageId(id)}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
    ];
    return [...lines, '', text, ''].join('\r\n');
  }
}
