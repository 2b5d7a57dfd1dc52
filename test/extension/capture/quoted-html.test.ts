import { describe, expect, it } from 'vitest';
import { quoteMarks } from '../../../extension/capture/quoted-text/html-quotes.ts';
import { hiddenByMarkup } from '../../../extension/capture/text/hidden.ts';
import { linesOf } from '../../../extension/capture/text/lines.ts';
import { wordsOf } from '../../../extension/capture/words.ts';

function split(html: string, answers = true) {
  const root = new DOMParser().parseFromString(html, 'text/html').documentElement;
  const lines = linesOf(root, { isHidden: hiddenByMarkup(root), marks: quoteMarks(root) });
  return wordsOf(lines, { answers, author: { region: 'US' } });
}

const OWN = '<div>Monday suits us.</div><div><br></div><div>Mei Tan</div>';
const HEAD_EN =
  '<b>From:</b> Jon Berg &lt;jon@berg.example&gt;<br><b>Sent:</b> Friday, October 2, 2026 3:05 PM<br><b>To:</b> Mei Tan<br><b>Subject:</b> Visit';
const HISTORIES: Record<string, string> = {
  Gmail: `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Fri, Oct 2, 2026 at 3:05 PM Jon Berg &lt;<a href="mailto:jon@berg.example">jon@berg.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote"><div>Old words</div></blockquote></div>`,
  'Gmail before 2014, the attribution is bare text': `<div class="gmail_quote">On Fri, Oct 2, 2026 at 3:05 PM, Jon Berg <span dir="ltr">&lt;jon@berg.example&gt;</span> wrote:<br><blockquote class="gmail_quote">Old words</blockquote></div>`,
  'a Gmail forward of a thread': `<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Jon<br>Subject: Visit</div><div>Old words</div><blockquote class="gmail_quote">older words</blockquote><div>Old signature</div></div>`,
  'Apple Mail': `<div><br><blockquote type="cite"><div>On 2 Oct 2026, at 15:05, Jon Berg &lt;jon@berg.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>Old words</div></blockquote></div>`,
  'an Apple Mail forward': `<div><br></div><div>Begin forwarded message:</div><blockquote type="cite"><div><b>From: </b>Jon Berg</div><div>Old words</div></blockquote>`,
  Thunderbird: `<div class="moz-cite-prefix">Am 02.10.2026 um 15:05 schrieb Jon Berg:<br></div><blockquote type="cite" cite="mid:1@berg.example"><p>Old words</p></blockquote>`,
  'Outlook for Windows': `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal">${HEAD_EN}</p></div></div><p class="MsoNormal">Old words</p>`,
  'Outlook on the web': `<div id="appendonsend"></div><hr tabindex="-1" style="display:inline-block; width:98%"><div id="divRplyFwdMsg" dir="ltr"><font>${HEAD_EN}</font></div><div>Old words</div>`,
  'Outlook on the web, quoted once more by another webmail': `<hr><div id="x_divRplyFwdMsg">${HEAD_EN}</div><div>Old words</div>`,
  'QQ Mail': `<div><includetail><div>&nbsp;</div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"Jon Berg"</div><div><b>发送时间:</b>&nbsp;2026年10月2日</div></div><div>Old words</div></includetail></div>`,
  'QQ Mail without its own element': `<div><br></div><div style="font-size: 12px">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="background:#efefef"><div><b>发件人:</b>&nbsp;"Jon Berg"&lt;jon@berg.example&gt;;</div></div><div>Old words</div>`,
  'QQ Mail, newer': `<div><br></div><article style="line-height: 1.43;"><div style="display:flex" contenteditable="false"><div style="color:#959DA6">Original</div><hr style="flex-grow:1"></div><table data-uneditable="true"><tbody><tr><td><div><span>From:</span><span>Jon</span> <span>&lt;jon@berg.example&gt;</span></div><div><span>Sent Time:</span><span>Oct 2, 2026 15:05</span></div></td></tr></tbody></table><div>Old words</div></article>`,
  '139 Mail': `<div id="signContainer"></div><hr id="replySplit"><div id="reply139content"><div>------------------&nbsp;原始邮件&nbsp;------------------</div><div>Old words</div></div>`,
  'NetEase 163': `<div style="position:relative;zoom:1"></div><div id="divNeteaseMailCard"></div><p>在 2026-10-02 15:05:10，"Jon Berg" &lt;jon@berg.example&gt; 写道：</p><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex">Old words</blockquote>`,
  'NetEase Mail Master': `<div class="ntes-mailmaster-quote" style="padding-top: 1px"><div style="margin-top: 2em">---- 回复的原邮件 ----</div><table><tr><td>发件人</td><td>Jon Berg</td></tr></table><div>Old words</div></div>`,
  Foxmail: `<blockquote style="margin-top: 0px; margin-bottom: 0px; margin-left: 0.5em;"><div>&nbsp;</div><div style="border:none;border-top:solid #B5C4DF 1.0pt"><div style="FONT-SIZE: 12px; background:#efefef"><div><b>发件人：</b>&nbsp;<a href="mailto:jon@berg.example">Jon Berg</a></div><div><b>发送时间：</b>&nbsp;2026-10-02&nbsp;15:05</div><div><b>收件人：</b>&nbsp;<a href="mailto:mei@tan.example">mei</a></div><div><b>主题：</b>&nbsp;Visit</div></div></div><div>Old words</div></blockquote>`,
  'WeCom, the new editor': `<div class="xm_compose_origin_mail_container"><div class="xm_mail_oringinal_describe">发件人：Jon</div><div>Old words</div></div>`,
  Feishu: `<div id="lark-mail-quote-169"><div class="history-quote-wrapper"><div>发件人: Jon</div><div>Old words</div></div></div>`,
  Yahoo: `<div id="yahoo_quoted_55" class="yahoo_quoted"><div>On Friday, October 2, 2026 at 03:05:10 PM, Jon &lt;jon@berg.example&gt; wrote:</div><div>Old words</div></div>`,
  Proton: `<div class="protonmail_quote">On Friday, October 2nd, 2026 at 15:05, Jon wrote:<br><blockquote class="protonmail_quote" type="cite">Old words</blockquote></div>`,
  Roundcube: `<p id="reply-intro">On 2026-10-02 15:05, Jon Berg wrote:</p><blockquote type="cite"><p>Old words</p></blockquote>`,
  'a program that marks nothing but indents': `<p>On Fri, Oct 2, 2026 at 3:05 PM Jon Berg &lt;jon@berg.example&gt; wrote:</p><blockquote style="border-left: 1px solid">Old words</blockquote>`,
};

describe('history of an HTML mail', () => {
  it.each(Object.entries(HISTORIES))('%s: the own words stay, the history goes', (_, history) => {
    const { text, quoted } = split(`<html><body>${OWN}${history}</body></html>`);
    expect(text).toBe('Monday suits us.\n\nMei Tan');
    expect(quoted).toContain('Old words');
  });

  it('answers that Gmail leaves between the quotations are the own words', () => {
    const html = `<div class="gmail_quote"><div class="gmail_attr">On Fri, Oct 2, 2026 at 3:05 PM Jon wrote:</div><blockquote class="gmail_quote">Which day?</blockquote><div>Monday.</div><blockquote class="gmail_quote">And where?</blockquote><div>At your office.</div></div><div class="gmail_signature">Mei</div>`;
    expect(split(html).text).toBe('Monday.\n\nAt your office.\nMei');
  });

  it('words below a block quotation are kept', () => {
    const html = `<p>On Fri, Oct 2, 2026 at 3:05 PM Jon &lt;jon@berg.example&gt; wrote:</p><blockquote>Which day?</blockquote><p>Monday.</p>`;
    expect(split(html).text).toBe('Monday.');
  });

  it('a block quotation that nothing introduces is the sender quoting somebody', () => {
    const html = '<p>The standard says:</p><blockquote>Shall be 5 NTU.</blockquote><p>Mei</p>';
    expect(split(html).text).toBe('The standard says:\n\nShall be 5 NTU.\n\nMei');
  });

  it('a mail that consists of a wrapper and answers nothing keeps its words', () => {
    expect(split('<div class="gmail_quote">Hello</div>', false)).toEqual({ text: 'Hello' });
  });
});
