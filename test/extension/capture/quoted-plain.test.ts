import { describe, expect, it } from 'vitest';
import { plainLines } from '../../../extension/capture/text/lines.ts';
import { wordsOf } from '../../../extension/capture/words.ts';

const split = (text: string, answers = true) =>
  wordsOf(plainLines(text), { answers, author: { region: 'US' } });

/** How programs write history below the sender's own words, which here are always the first two lines. */
const OWN = 'Monday suits us.\n\nMei Tan';
const HISTORIES: Record<string, string> = {
  Gmail: `On Fri, Oct 2, 2026 at 3:05 PM Jon Berg <jon@berg.example> wrote:

> Could we meet on Monday?
>
> Jon`,
  'Gmail, folded over two lines': `On Fri, Oct 2, 2026 at 3:05 PM Jonathan Alexander Berg
<jonathan.berg@a-rather-long-company-name.example> wrote:

> Could we meet on Monday?`,
  'Gmail, in Chinese': `Jon Berg <jon@berg.example> 于2026年10月2日周五 15:05写道：

> Could we meet on Monday?`,
  'Gmail, in traditional Chinese': `Jon Berg <jon@berg.example> 於 2026年10月2日 週五 下午3:05寫道：

> Could we meet on Monday?`,
  'Apple Mail': `> On 2 Oct 2026, at 15:05, Jon Berg <jon@berg.example> wrote:
>
> Could we meet on Monday?`,
  'Apple Mail, in Chinese': `> 在 2026年10月2日，15:05，Jon Berg <jon@berg.example> 写道：
>
> Could we meet on Monday?`,
  'a phone that quotes without marks': `On 2 October 2026 15:05:10 CEST, Jon Berg <jon@berg.example> wrote:
Could we meet on Monday?

Jon`,
  Outlook: `________________________________
From: Jon Berg <jon@berg.example>
Sent: Friday, October 2, 2026 3:05 PM
To: Mei Tan <mei@tan.example>
Subject: Visit

Could we meet on Monday?`,
  'Outlook inside one company, names only': `From: Jon Berg
Sent: Friday, October 2, 2026 3:05 PM
To: Mei Tan; Ana Ruiz; Olu Ade; Kim Park; Lee Wong; Pat Quinn; Sam Tran; Max Weber;
 Eva Novak; Tim Cole
Cc: Sales
Subject: Visit

Could we meet on Monday?`,
  'Outlook, the old way': `-----Original Message-----
From: Jon Berg [mailto:jon@berg.example]
Sent: 2026-10-02 15:05
To: Mei Tan
Subject: Visit

Could we meet on Monday?`,
  'Outlook, in Chinese': `________________________________
发件人: Jon Berg <jon@berg.example>
发送时间: 2026年10月2日 15:05
收件人: Mei Tan <mei@tan.example>
主题: Visit

Could we meet on Monday?`,
  'Outlook, in traditional Chinese': `寄件者: Jon Berg <jon@berg.example>
寄件日期: 2026年10月2日 下午 03:05
收件者: Mei Tan <mei@tan.example>
主旨: Visit

Could we meet on Monday?`,
  'Outlook, in German': `Von: Jon Berg <jon@berg.example>
Gesendet: Freitag, 2. Oktober 2026 15:05
An: Mei Tan <mei@tan.example>
Betreff: Visit

Could we meet on Monday?`,
  'QQ Mail': `------------------ 原始邮件 ------------------
发件人: "Jon Berg" <jon@berg.example>;
发送时间: 2026年10月2日(星期五) 下午3:05
收件人: "Mei Tan"<mei@tan.example>;
主题: Visit

Could we meet on Monday?`,
  'QQ Mail, in English': `------------------ Original ------------------
From:  "Jon Berg"<jon@berg.example>;
Date:  Fri, Oct 2, 2026 03:05 PM
To:  "Mei Tan"<mei@tan.example>;
Subject:  Visit

Could we meet on Monday?`,
  'NetEase 163': `在 2026-10-02 15:05:10，"Jon Berg" <jon@berg.example> 写道：
>Could we meet on Monday?
>Jon`,
  'NetEase 163, in English': `At 2026-10-02 15:05:10, "Jon Berg" <jon@berg.example> wrote:
>Could we meet on Monday?`,
  'NetEase Mail Master': `---- 回复的原邮件 ----
| 发件人 | Jon Berg<jon@berg.example> |
| 发送日期 | 2026年10月02日 15:05 |
| 收件人 | Mei Tan<mei@tan.example> |
| 主题 | Visit |
Could we meet on Monday?`,
  Foxmail: `发件人： Jon Berg
发送时间： 2026-10-02 15:05
收件人： mei
抄送： sales
主题： Visit
Could we meet on Monday?`,
  WeCom: `------------------ 原始邮件 ------------------
发件人: "Jon Berg"<jon@berg.example>
发件时间: 2026年10月2日(周五) 15:05
收件人: "Mei Tan"<mei@tan.example>
主题: Visit

Could we meet on Monday?`,
  'Aliyun and DingTalk': `------------------------------------------------------------------
发件人：Jon Berg <jon@berg.example>
日　期：2026年10月02日 15:05:10
收件人：Mei Tan <mei@tan.example>
主　题：Visit

Could we meet on Monday?`,
  Thunderbird: `On 02/10/2026 15:05, Jon Berg wrote:
> Could we meet on Monday?`,
  'Thunderbird, in German': `Am 02.10.26 um 15:05 schrieb Jon Berg:
> Could we meet on Monday?`,
  'QQ Mail, newer, in English': `         Original
         
       
From:Jon Berg <jon@berg.example>
Sent Time:Oct 2, 2026 15:05

Could we meet on Monday?`,
  'QQ Mail, newer, in Chinese': `原始邮件
发件人：Jon Berg <jon@berg.example>
发件时间：2026年10月2日 15:05

Could we meet on Monday?`,
  'NetEase Mail Master, in English, many recipients': `---- Replied Message ----
| From | Jon Berg<jon@berg.example> |
| Date | 10/02/2026 15:05 |
| To | Mei Tan<mei@tan.example>、
Ana Ruiz<ana@ruiz.example> |
| Subject | Visit |
Could we meet on Monday?`,
  Notes: `-----Jon Berg <jon@berg.example> wrote: -----
To: Mei Tan <mei@tan.example>
From: Jon Berg <jon@berg.example>
Date: 10/02/2026 03:05PM
Subject: Visit

Could we meet on Monday?`,
  'Gmail, years ago': `2026/10/2 Jon Berg <jon@berg.example>

> Could we meet on Monday?`,
  'a language that is not in the lists': `2026. október 2. 15:05, Jon Berg <jon@berg.example> ezt írta:

> Could we meet on Monday?`,
  'Yahoo in Japan': `2026年10月2日(金) 15:05 Jon Berg <jon@berg.example>:

> Could we meet on Monday?`,
};

describe('history of a plain mail', () => {
  it.each(Object.entries(HISTORIES))('%s: the own words stay, the history goes', (_, history) => {
    const { text, quoted } = split(`${OWN}\n\n${history}\n`);
    expect(text).toBe(OWN);
    expect(quoted).toContain('Could we meet on Monday?');
  });

  it('answers between the quoted lines are kept, in their order', () => {
    const { text, quoted } = split(`On Fri, Oct 2, 2026 at 3:05 PM Jon Berg <jon@berg.example> wrote:
> Which day?
Monday.

> And where?
At your office.`);
    expect(text).toBe('Monday.\n\nAt your office.');
    expect(quoted).toContain('And where?');
  });

  it('words below the quotation are kept', () => {
    expect(split('On 02/10/2026 15:05, Jon Berg wrote:\n> Which day?\n\nMonday.\n\nMei').text).toBe(
      'Monday.\n\nMei',
    );
  });

  it('the line above an attribution is no part of it', () => {
    const { text } = split('Fine.\nOn Fri, Oct 2, 2026 at 3:05 PM Jon Berg <jon@berg.example> wrote:\n> Ok?');
    expect(text).toBe('Fine.');
  });

  it('a forward without words of its own has none', () => {
    const forwarded =
      '---------- Forwarded message ---------\nFrom: Jon <jon@berg.example>\nSubject: Visit\n\nHello';
    expect(split(forwarded)).toMatchObject({ text: '', quoted: forwarded });
  });

  it.each([
    ['---------- Forwarded message ----------'],
    ['-------- Forwarded Message --------'],
    ['-------- 转发邮件信息 --------'],
    ['---------- 转发的邮件 ----------'],
    ['---------- 已转发邮件 ----------'],
    ['---------- 轉寄郵件 ----------'],
    ['Begin forwarded message:'],
    ['开始转发的邮件：'],
    ['-----邮件原件-----'],
    ['-----Ursprüngliche Nachricht-----'],
  ])('%s opens what is forwarded', (separator) => {
    expect(split(`See below.\n\n${separator}\nSubject: Visit\n\nHello`).text).toBe('See below.');
  });
});

describe('what only looks like history', () => {
  it('a form with a sender, a date and a subject is what the mail says, where it answers nothing', () => {
    const form =
      'New enquiry\n\nFrom: Ana <ana@ruiz.example>\nDate: 2026-10-02\nSubject: Pumps\n\nThree pumps, please.';
    expect(split(form, false)).toMatchObject({ text: form });
  });

  it('a travel plan has from, to and date as well', () => {
    const plan = 'My plan:\n\nFrom: Boston\nTo: Chennai\nDate: 5 Oct 2026, 10:00\n\nMei';
    expect(split(plan)).toMatchObject({ text: plan });
  });

  it('the word original is a word', () => {
    const text = 'Which one do you need?\n\nOriginal\nCopy\n\nMei';
    expect(split(text)).toMatchObject({ text });
  });

  it('a single label is a word', () => {
    const text = 'Two things:\nFrom: our warehouse, 24 units\n\nDate: Monday\n\nMei';
    expect(split(text)).toMatchObject({ text });
  });

  it('a signature, a disclaimer and a list footer belong to the mail', () => {
    const text = `Fine.\n\n--\nMei Tan\nTel. 555 0134\n${'_'.repeat(47)}\nusers mailing list\nusers@lists.example`;
    expect(split(text).text).toBe(text);
  });

  it('links that a newsletter marks with > are its own', () => {
    const text = 'News\n\n> Read more\n>> Subscribe';
    expect(split(text, false)).toMatchObject({ text });
  });

  it('an announcement that ends in a colon is not an attribution', () => {
    const text = 'As agreed on Monday, Jon wrote:\nthe price is 5.';
    expect(split(text)).toMatchObject({ text });
  });
});
