import { describe, expect, it } from 'vitest';
import { quoteMarks } from '../../../extension/capture/quoted-text/html-quotes.ts';
import { markSignatures } from '../../../extension/capture/signature/html-marks.ts';
import { hiddenByMarkup } from '../../../extension/capture/text/hidden.ts';
import { linesOf } from '../../../extension/capture/text/lines.ts';
import { wordsOf } from '../../../extension/capture/words.ts';
import { fieldsOf, foldedOf, keptOf } from './signature-reading.ts';

function read(html: string, answers = false) {
  const root = new DOMParser().parseFromString(html, 'text/html').documentElement;
  const marks = markSignatures(root, quoteMarks(root));
  const author = { name: 'Mei Tan', email: 'mei@tan-valves.example', region: 'SG' };
  return wordsOf(linesOf(root, { isHidden: hiddenByMarkup(root), marks }), { answers, author });
}

const SIGNED =
  '<div>Mei Tan</div><div>Regional Buyer</div><div>Tan Valves Pte. Ltd.</div><div>+65 6555 0123</div>';
const BLOCKS: Record<string, string> = {
  Gmail: `<span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">${SIGNED}</div>`,
  Thunderbird: `<div class="moz-signature">-- <br>Mei Tan<br>Regional Buyer<br>Tan Valves Pte. Ltd.<br>+65 6555 0123</div>`,
  'Outlook on the web': `<div id="Signature">${SIGNED}</div>`,
  'Outlook on the web, quoted once more': `<div id="x_Signature">${SIGNED}</div>`,
  'Outlook on a phone': `<div id="ms-outlook-mobile-signature" dir="ltr">${SIGNED}</div>`,
  'Outlook for Windows, no mark': `<p class="MsoNormal">Mei Tan</p><p class="MsoNormal">Regional Buyer</p><p class="MsoNormal">Tan Valves Pte. Ltd.</p><p class="MsoNormal">+65 6555 0123</p>`,
  'QQ Mail': `<div><sign signid="1"><div style="color:#909090">------------------</div><div>${SIGNED}</div></sign></div>`,
  'NetEase 163': `<div id="spnEditorSign" style="position: relative; zoom: 1">--<br>${SIGNED}</div>`,
  Foxmail: `<hr style="width: 210px; height: 1px;" color="#b5c4df" size="1" align="left"><div><span>Mei Tan</span></div><div>Regional Buyer</div><div>Tan Valves Pte. Ltd.</div><div>+65 6555 0123</div>`,
  Feishu: `<div id="sig-1" class="lark-mail-signature">${SIGNED}</div>`,
  Roundcube: `<div id="_rc_sig">-- <br>Mei Tan<br>Regional Buyer<br>Tan Valves Pte. Ltd.<br>+65 6555 0123</div>`,
  'a business card in a table': `<table><tr><td><img src="cid:logo" alt="logo"></td><td><b>Mei Tan</b><br>Regional Buyer</td></tr><tr><td></td><td>Tan Valves Pte. Ltd.</td></tr><tr><td></td><td>T</td><td>+65 6555 0123</td></tr></table>`,
};
const HISTORY = `<div class="gmail_quote"><div class="gmail_attr">On Fri, Oct 2, 2026 at 3:05 PM Jon Berg &lt;jon@berg.example&gt; wrote:</div><blockquote class="gmail_quote">Old words<div class="gmail_signature">Jon Berg<br>Buyer<br>+46 8 502 512 34</div></blockquote></div>`;

describe('the signature of an HTML mail', () => {
  it.each(Object.entries(BLOCKS))('%s', (_, block) => {
    const words = read(`<div>Monday suits us.</div><div><br></div>${block}`);
    expect(fieldsOf(words)).toEqual([
      'name: Mei Tan',
      'title: Regional Buyer',
      'company: Tan Valves Pte. Ltd.',
      'phone: +6565550123',
    ]);
    expect(keptOf(words).replace(/\n-+$/, '')).toBe('Monday suits us.');
  });

  it('above the history the own one is read, below it nobody else’s', () => {
    const words = read(`<div>Yes.</div><div class="gmail_signature">${SIGNED}</div>${HISTORY}`, true);
    expect(fieldsOf(words)?.[0]).toBe('name: Mei Tan');
    expect(words.quoted).toContain('+46 8 502 512 34');
    expect(words.quotedMessages).toBe(1);
  });

  it('words that were typed inside the block of a phone are no signature', () => {
    const words = read(
      '<div id="ms-outlook-mobile-signature"><div>Hi Jon,</div><div>Monday suits us.</div></div>',
    );
    expect(foldedOf(words)).toEqual([]);
    expect(words.text).toBe('Hi Jon,\nMonday suits us.');
  });

  it('prose inside a block is no signature', () => {
    const prose = '<p>We met last week. The price is agreed.</p><p>The contract follows on Monday!</p>';
    const words = read(`<p>Hello,</p><div id="Signature">${prose}</div>`);
    expect(foldedOf(words)).toEqual([]);
  });

  it('a name alone is folded where the program says that it signs', () => {
    const words = read('<div>Yes.</div><div class="gmail_signature">Mei Tan</div>');
    expect(foldedOf(words)).toEqual(['signature: Mei Tan']);
    expect(fieldsOf(words)).toEqual(['name: Mei Tan']);
  });

  it('a folded place is found again in the text, whatever stands before it', () => {
    const words = read(`<p>🎉 第一台 LK-200 上线 👩🏽‍🔬</p><p></p><div id="Signature">${SIGNED}</div>`);
    expect(foldedOf(words)).toEqual([
      'signature: Mei Tan\nRegional Buyer\nTan Valves Pte. Ltd.\n+65 6555 0123',
    ]);
  });
});
