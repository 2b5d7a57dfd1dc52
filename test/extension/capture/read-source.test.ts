import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromSource } from '../../../extension/capture/mail.ts';
import { readSource } from '../../../extension/capture/raw-source/read-source.ts';

const MAIL = resolve(import.meta.dirname, '../../fixtures/mail');

async function read(name: string) {
  return fromSource(await readSource(new Uint8Array(readFileSync(resolve(MAIL, `${name}.eml`)))), {
    region: 'US',
  });
}

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
const namesOf = (mail: Awaited<ReturnType<typeof read>>) => mail.attachments.map(({ name }) => name);

describe('characters of a source', () => {
  it('GBK bytes in headers, body and file names are read without any declaration', async () => {
    const mail = await read('gbk-undeclared');
    expect(mail).toMatchObject({
      subject: '关于泵站改造的报价',
      from: { name: '周芳', email: 'zhou@pumpen.example' },
      to: [{ name: '田 美', email: 'mei@tan.example' }],
      date: Date.parse('2026-10-02T07:05:10Z'),
    });
    expect(mail.text).toMatch(/^您好，附件是报价单，请查收。\n\n--\n周芳$/);
    expect(namesOf(mail)).toEqual(['报价单.pdf']);
  });

  it('Big5 bytes are told from GBK bytes', async () => {
    const mail = await read('big5-undeclared');
    expect(mail).toMatchObject({ subject: '請確認交貨日期', from: { name: '林志明' } });
    expect(mail.text).toBe('您好，請確認十月的交貨日期與數量，謝謝。');
  });

  it('encoded words cut in the middle of a character are joined', async () => {
    expect(await read('words-cut-in-characters')).toMatchObject({
      subject: '关于召开第二季度供应商会议的通知',
      from: { name: 'Ширяев Антон', email: 'anton@zavod.example' },
    });
  });

  it('UTF-8 that calls itself Latin is read as UTF-8, and Latin as Latin', async () => {
    const utf8 = await readSource(bytes('Content-Type: text/plain; charset=iso-8859-1\n\nGrüße – 你好\n'));
    expect(utf8.pieces).toEqual([{ plain: 'Grüße – 你好\n' }]);
    const latin = Uint8Array.from('Content-Type: text/plain\r\n\r\nGr\xfc\xdfe aus K\xf6ln\r\n', (char) =>
      char.charCodeAt(0),
    );
    expect((await readSource(latin)).pieces).toEqual([{ plain: 'Grüße aus Köln\n' }]);
  });

  it('direction overrides and look-alikes are kept as they stand', async () => {
    const source = 'From: "Berg \u202etxt" <a@xn--hrborlabs-0yh.example>\nSubject: \u202efdp\n\nx';
    const mail = await readSource(bytes(source));
    expect(mail).toMatchObject({
      subject: '\u202efdp',
      from: { name: 'Berg \u202etxt', email: 'a@xn--hrborlabs-0yh.example' },
    });
  });
});

describe('people of a source', () => {
  it('groups are opened, quoted names read, addresses left as they are', async () => {
    const mail = await read('group');
    expect(mail.from).toEqual({ name: 'Berg, Jon (Sales)', email: 'JON@Berg.Example' });
    expect(mail.to).toEqual([
      { name: 'Mei', email: 'mei@tan.example' },
      { name: "O'Neil, Pat", email: 'pat@tan.example' },
      { email: 'lone@tan.example' },
    ]);
    expect(mail.replyTo).toEqual([
      { email: 'desk@berg.example' },
      { name: 'Desk', email: 'desk2@berg.example' },
    ]);
    expect(mail.subject).toBeUndefined();
  });

  it('an address inside a display name stays a name', async () => {
    expect((await read('group')).cc).toEqual([
      { name: 'Ana <x@evil.example>', email: 'ana@xn--bcher-kva.example' },
    ]);
  });

  it('of repeated headers the first stands, undisclosed recipients are nobody, what is not known is absent', async () => {
    const mail = await read('two-senders');
    expect(mail).toMatchObject({
      from: { name: 'Real Sender', email: 'real@tan.example' },
      subject: 'first',
      to: [],
      messageId: 'bare-id@tan.example',
      references: ['<a@x.example>', '<b@x.example>', '<c@x.example>'],
    });
    expect(mail.date).toBeUndefined();
  });
});

describe('parts of a source', () => {
  it('an attached message lends nothing but its name', async () => {
    const mail = await read('attached-message');
    expect(mail).toMatchObject({ messageId: '<outer@tan.example>', text: 'See the attached message.' });
    expect(namesOf(mail)).toEqual(['Besuch im März.eml']);
  });

  it('file names in all the ways of writing them', async () => {
    expect(namesOf(await read('file-names'))).toEqual([
      '项目计划 (v2).pdf',
      '合同.pdf',
      '£ rates.txt',
      'attachment.pdf',
    ]);
  });

  it('the form that says something is the real one', async () => {
    expect((await read('stub-html')).text).toMatch(/^Please confirm/);
    const mail = await read('stub-plain');
    expect([mail.text, namesOf(mail)]).toEqual(['请确认交货期。', ['seal.png']]);
  });

  it('an invitation is a calendar matter, and its second rendering no attachment', async () => {
    const mail = await read('invite');
    expect([mail.automatic, namesOf(mail), mail.text]).toEqual([
      'calendar',
      ['invite.ics'],
      'Survey on Tuesday.',
    ]);
  });

  it('a delivery report carries evidence, not attachments', async () => {
    const mail = await read('report');
    expect([mail.automatic, namesOf(mail), mail.text]).toEqual(['bounce', [], 'It could not be delivered.']);
  });

  it('a signed mail is read, the signature listed', async () => {
    const mail = await read('signed');
    expect([mail.text, namesOf(mail)]).toEqual(['Grüße', ['attachment.asc']]);
  });

  it('flowed lines are joined, quotes and signature kept apart', async () => {
    const mail = await read('flowed');
    expect(mail.text).toBe(
      'The pit is open on Tuesday and on Wednesday, and a crane is there.\n Indented.\n\n--\nMei Tan',
    );
    expect(mail.quoted).toContain('> We could come in the week of October 12, if the pit is open.');
  });

  it.each([
    ['Auto-Submitted: auto-replied', 'auto_reply'],
    ['X-Autoreply: yes', 'auto_reply'],
    ['List-Id: <users.lists.example>', 'list'],
    ['Precedence: bulk', 'list'],
    ['Auto-Submitted: no', undefined],
  ])('%s makes it %s', async (header, automatic) => {
    expect((await readSource(bytes(`${header}\n\nx`))).automatic).toBe(automatic);
  });
});
