import { describe, expect, it } from 'vitest';
import { quoteMarks } from '../../../extension/capture/quoted-text/html-quotes.ts';
import { hiddenByMarkup } from '../../../extension/capture/text/hidden.ts';
import { linesOf, plainLines } from '../../../extension/capture/text/lines.ts';
import { type Words, wordsOf } from '../../../extension/capture/words.ts';

const plain = (text: string): Words => wordsOf(plainLines(text), { answers: true, author: { region: 'US' } });

function html(body: string): Words {
  const root = new DOMParser().parseFromString(body, 'text/html').documentElement;
  const lines = linesOf(root, { isHidden: hiddenByMarkup(root), marks: quoteMarks(root) });
  return wordsOf(lines, { answers: true, author: { region: 'US' } });
}

const OWN = '周一可以。\n\n李娜';
const ON = 'On Fri, Oct 2, 2026 at 3:05 PM Jon Berg <jon@berg.example> wrote:';

/** Below the own words, with how many earlier messages there are. */
const PLAIN: Record<string, [history: string, messages: number]> = {
  '企业微信，英文界面': [
    '----------Reply to Message----------\nOn Fri,Oct 2,2026 3:05 PM Jon Berg<jon@berg.example> wrote:\nOld words',
    1,
  ],
  '阿里邮箱，英文界面': [
    `${'-'.repeat(66)}\nSender:Jon Berg <jon@berg.example>\nSent At:2026 Oct. 2 (Fri.) 15:05\nRecipient:李娜 <li.na@huaqing.example>\nSubject:Visit\n\nOld words`,
    1,
  ],
  '阿里邮箱，发送时间': [
    `${'-'.repeat(66)}\n发件人：Jon Berg <jon@berg.example>\n发送时间：2026年10月2日(星期五) 15:05\n收件人：李娜 <li.na@huaqing.example>\n抄　送：sales\n主　题：Visit\n\nOld words`,
    1,
  ],
  'QQ邮箱，一来一回': [
    `------------------ 原始邮件 ------------------
发件人: "Jon Berg" <jon@berg.example>;
发送时间: 2026年10月2日(星期五) 下午3:05
收件人: "李娜"<li.na@huaqing.example>;
主题: Re: Visit

Old words

------------------ Original ------------------
From: "李娜"<li.na@huaqing.example>;
Date: Thu, Oct 1, 2026 09:00 AM
To: "Jon Berg"<jon@berg.example>;
Subject: Visit

Older words`,
    2,
  ],
  'Outlook 三层': [
    `发件人: Jon Berg <jon@berg.example>
发送时间: 2026年10月2日 15:05
收件人: 李娜 <li.na@huaqing.example>
主题: RE: Visit

Old words

From: Li Na <li.na@huaqing.example>
Sent: Thursday, October 1, 2026 9:00 AM
To: Jon Berg <jon@berg.example>
Subject: RE: Visit

Older words

-----Original Message-----
From: Jon Berg <jon@berg.example>
Sent: Wednesday, September 30, 2026 9:00 AM
To: Li Na <li.na@huaqing.example>
Subject: Visit

Oldest words`,
    3,
  ],
  'Gmail, nested': [
    `${ON}\n\n> Old words\n>\n> On Thu, Oct 1, 2026 at 9:00 AM Li Na <li.na@huaqing.example> wrote:\n>\n>> Older words\n>>\n>> On Wed, Sep 30, 2026 at 9:00 AM Jon Berg <jon@berg.example> wrote:\n>>> Oldest words`,
    3,
  ],
  '网易，两层': [
    '在 2026-10-02 15:05:10，"Jon Berg" <jon@berg.example> 写道：\n>Old words\n>在 2026-10-01 09:00:00，"李娜" <li.na@huaqing.example> 写道：\n>>Older words',
    2,
  ],
  'Outlook on the web, in Chinese': [
    `________________________________\n发件人: Jon Berg <jon@berg.example>\n已发送: 2026年10月2日 15:05\n收件人: 李娜 <li.na@huaqing.example>\n主题: Visit\n\nOld words`,
    1,
  ],
  'Outlook for Mac': [
    'From: Jon Berg <jon@berg.example>\nDate: Friday, October 2, 2026 at 3:05 PM\nTo: Li Na <li.na@huaqing.example>\nSubject: Visit\nOld words',
    1,
  ],
  'Apple Mail, a forward in Chinese': [
    '开始转发的邮件：\n\n发件人: Jon Berg <jon@berg.example>\n主题: Visit\n日期: 2026年10月2日 GMT+8 15:05:00\n收件人: li.na@huaqing.example\n\nOld words',
    1,
  ],
  Foxmail: ['发件人： Jon Berg\n发送时间： 2026-10-02 15:05\n收件人： li.na\n主题： Visit\nOld words', 1],
  钉钉邮箱: [
    `${'-'.repeat(66)}\n发件人：Jon Berg<jon@berg.example>\n日　期：2026年10月02日 15:05:10\n收件人：李娜<li.na@huaqing.example>\n主　题：Visit\n\nOld words`,
    1,
  ],
};

describe('history of a plain mail, counted', () => {
  it.each(Object.entries(PLAIN))('%s', (_, [history, messages]) => {
    const words = plain(`${OWN}\n\n${history}`);
    expect(words.text).toBe(OWN);
    expect(words.quoted).toContain('Old words');
    expect(words.quotedMessages).toBe(messages);
  });
});

const HTML: Record<string, [history: string, messages: number]> = {
  'Aliyun and DingTalk': [
    `<blockquote style="margin-right:0"><div class="alimail-quote"><div>------------------------------------------------------------------</div><div>发件人：Jon Berg&lt;jon@berg.example&gt;</div><div>日　期：2026年10月02日 15:05:10</div><div>收件人：李娜&lt;li.na@huaqing.example&gt;</div><div>主　题：Visit</div><div>Old words</div></div></blockquote>`,
    1,
  ],
  'Outlook on a phone': [
    `<div id="mail-editor-reference-message-container"><div class="ms-outlook-mobile-reference-message"><hr><div><b>发件人：</b>Jon Berg<br><b>发送时间：</b>2026年10月2日 15:05<br><b>主题：</b>Visit</div><div>Old words</div></div></div>`,
    1,
  ],
  'Outlook on an older phone': [
    `<div id="id-add88a81" class="ms-outlook-mobile-reference-message"><hr><div><b>From:</b> Jon Berg<br><b>Sent:</b> Oct 2, 2026 15:05<br><b>Subject:</b> Visit</div>Old words</div>`,
    1,
  ],
  'Apple Mail, two deep': [
    `<div><blockquote type="cite"><div>On 2 Oct 2026, at 15:05, Jon Berg &lt;jon@berg.example&gt; wrote:</div><div>Old words</div><blockquote type="cite"><div>On 1 Oct 2026, at 09:00, Li Na &lt;li.na@huaqing.example&gt; wrote:</div><div>Older words</div></blockquote></blockquote></div>`,
    2,
  ],
  'a quotation without any head': ['<blockquote type="cite">Old words</blockquote>', 1],
  'Foxmail, quoted by QQ Mail': [
    `<div><includetail><div>------------------ 原始邮件 ------------------</div><div>发件人: "Jon" &lt;jon@berg.example&gt;;</div><div>发送时间: 2026年10月2日 下午3:05</div><div>收件人: "李娜";</div><div>主题: Visit</div><div>Old words</div></includetail></div>`,
    1,
  ],
};

describe('history of an HTML mail, counted', () => {
  it.each(Object.entries(HTML))('%s', (_, [history, messages]) => {
    const words = html(`<div>周一可以。</div><div><br></div><div>李娜</div>${history}`);
    expect(words.text).toBe(OWN);
    expect(words.quoted).toContain('Old words');
    expect(words.quotedMessages).toBe(messages);
  });
});

describe('answers among the history', () => {
  it('between quotations that a phone did not mark, below the attribution', () => {
    const words = plain(`${ON}\n> Which day?\n\nMonday.\n\n> And where?\n\nAt your office.`);
    expect(words.text).toBe('Monday.\n\nAt your office.');
    expect(words.quotedMessages).toBe(1);
  });

  it('below everything, with a signature', () => {
    const words = wordsOf(plainLines(`${ON}\n> Which day?\n\nMonday.\n\n-- \nAna Ruiz\nBuyer\nNordvik AS`), {
      answers: true,
      author: { name: 'Ana Ruiz', email: 'ana@nordvik.example', region: 'NO' },
    });
    expect(words.text).toBe('Monday.\n\n--\nAna Ruiz\nBuyer\nNordvik AS');
    expect(words.signature?.title?.value).toBe('Buyer');
  });

  it('a quoted line that a server broke stays history', () => {
    const words = plain(`${ON}
> We would like to replace all of the turbidity meters in the two buildings of
our site before the end of October.
> Which day suits you?
Monday.
> Jon`);
    expect(words.text).toBe('Monday.');
    expect(words.quoted).toContain('our site before the end');
  });

  it('断行的中文引文不是回答', () => {
    const words = plain(`在 2026-10-02 15:05:10，"Jon" <jon@berg.example> 写道：
>我们计划在十月底之前更换两栋楼里的全部在线浊度仪，请贵司报含税含运费的
价格和最短交货期
>哪天方便？
周一。
>Jon`);
    expect(words.text).toBe('周一。');
  });
});

describe('a forward', () => {
  const FORWARDED = `---------- Forwarded message ---------
From: Jon Berg <jon@berg.example>
Date: Fri, Oct 2, 2026 at 3:05 PM
Subject: Visit
To: Li Na <li.na@huaqing.example>

Hello

Jon Berg
Buyer
+46 8 502 512 34`;

  it('without own words has none, and the forwarded message is kept apart', () => {
    const words = plain(FORWARDED);
    expect(words).toMatchObject({ text: '', quoted: FORWARDED, quotedMessages: 1 });
    expect(words.signature).toBeUndefined();
  });

  it('with own words keeps those', () => {
    expect(plain(`Dana, 12% is fine.\n\n${FORWARDED}`).text).toBe('Dana, 12% is fine.');
  });

  it.each([
    [
      '-------- 转发邮件信息 --------\n发件人："Jon" <jon@berg.example>\n发送日期：2026-10-02 15:05:10\n收件人：li\n主题：Visit\n\nHello',
    ],
    [
      '------------------ 转发邮件 ------------------\n发件人: "Jon"<jon@berg.example>\n发送时间: 2026年10月2日\n收件人: li\n主题: Visit\n\nHello',
    ],
    [
      '---- 转发的邮件 ----\n| 发件人 | Jon<jon@berg.example> |\n| 发送日期 | 2026年10月02日 15:05 |\n| 收件人 | li |\n| 主题 | Visit |\nHello',
    ],
  ])('%s', (forwarded) => {
    const words = plain(`请跟进。\n\n${forwarded}`);
    expect(words.text).toBe('请跟进。');
    expect(words.quotedMessages).toBe(1);
  });
});
