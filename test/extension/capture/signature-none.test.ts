import { describe, expect, it } from 'vitest';
import { fieldsOf, foldedOf, type Mail, read } from './signature-reading.ts';

const ANA = 'Ana Ruiz <ana@nordvik.example>';
const LI = '李娜 <li.na@huaqing.example>';

/** Nothing here may be taken for a signature of the sender's, nor be folded. */
const UNSIGNED: Record<string, Mail> = {
  'a single sentence': { from: ANA, text: 'Works for me, see you on Monday.' },
  'a first name': { from: ANA, text: 'Dana,\n\nThursday 2 pm works.\n\nAna' },
  'the whole name and nothing else': {
    from: ANA,
    text: 'This is our formal claim for FC-88213.\n\nAna Ruiz',
  },
  'a closing and a first name': { from: ANA, text: 'Please revise the offer.\n\nWith regards,\nAna' },
  中文名: { from: LI, text: 'Dana，附件为盖章合同，请查收。\n\n李娜' },
  谢谢: { from: LI, text: '您好，开票信息已在附件中。\n\n谢谢！' },
  'a colleague to call': {
    from: ANA,
    text: 'I am away until Monday. For anything urgent call Marcus Oyelaran at +1 617 555 0163.',
  },
  'the address of a colleague at the end': {
    from: ANA,
    text: 'Please contact our buyer:\n\nMarcus Oyelaran\nProcurement Lead\nHarbor Labs, Inc.\n+1 617 555 0163',
  },
  同事的联系方式: {
    from: LI,
    text: '具体事宜请联系：\n\n王建国 技术总监\n衡川精密制造有限公司\n手机：137 0000 5678',
  },
  'a form from a web site': {
    from: 'Lead Form <forms@websubmit.example>',
    text: 'New enquiry\n\nName: Robert Tables\nCompany: Bobby & Sons Ltd\nPhone: +1 212 555 0100\nPlease call me about 5 meters.',
  },
  网站表单: {
    from: '网站留言 <noreply@site.example>',
    text: '姓名：王建国\n公司：衡川精密制造有限公司\n电话：137 0000 5678\n留言：请报价',
  },
  'a delivery address': {
    from: ANA,
    text: 'Ship to:\n\nHarbor Labs, Inc.\nDock 4\n88 Quay Street\nBoston, MA 02110',
  },
  'a parts list': { from: ANA, text: 'Please quote:\n\nLK-PH-10 probe, 120\nLK-CAL-7 buffer, 40' },
  'a sentence that names the sender': {
    from: ANA,
    text: 'Ana Ruiz, our head of sales, will call you.',
  },
  'an agenda': { from: ANA, text: 'Agenda\n\n10:00 Ana Ruiz\n10:30 Tim Cole\n11:00 Lunch' },
  'those who take part': {
    from: ANA,
    text: 'Attendees\n\nAna Ruiz, Account Executive\nPriya Raman, Director of Operations\nTim Cole, Buyer',
  },
  'where the goods go': {
    from: LI,
    text: '收货信息：\n李娜\n电话：13800001234\n地址：上海市浦东新区张江路100号',
  },
  开票信息: {
    from: LI,
    text: '公司名称：衡川精密制造有限公司\n税号：91310000123456789X\n开户行：中国银行上海分行 账号：6222 0000 1234 5678',
  },
  姓名和日期: { from: LI, text: '好的，周三见。\n\n采购部 李娜\n2026-09-08' },
  'a name that a service passes on': {
    from: 'Priya Raman via Signing <dse@signing.example>',
    text: 'Priya Raman sent you a document.\n\nPriya Raman\npriya.raman@harborlabs.example',
  },
  'a team': {
    from: 'Support Team <support@vendor.example>',
    text: 'Your case is closed.\n\nThe Vendor Support Team\nwww.vendor.example\n1-800-555-0199',
  },
  'an order confirmed by a machine': {
    from: 'Legacy ERP <erp@harborlabs.example>',
    text: 'Goods receipt 5000012 posted for PO 4500187233.',
  },
  'a sender who pretends to be another address': {
    from: 'Priya Raman <priya.raman@harborlabs.example> <priya.raman@harborlabs-us.example>',
    text: 'Our bank has changed.\n\nPriya Raman\nHarbor Labs, Inc.\n+1 617 555 0142',
  },
  'an event team': {
    from: 'Midwest Buyers <events@mwb.example>',
    text: 'Only 11 stands are left.\n\nThe events team',
  },
  'two dashes that part the text': {
    from: ANA,
    text: `First point.\n\n--\n\n${'A sentence of the second point, which goes on for a while. And ends here.\n'.repeat(3)}`,
  },
};

describe('no signature', () => {
  it.each(Object.entries(UNSIGNED))('%s', (_, mail) => {
    const words = read(mail);
    expect(fieldsOf(words)).toBeUndefined();
    expect(foldedOf(words)).toEqual([]);
    expect(words.text).toBe(mail.text.trim());
  });

  it.each([
    ['Sent from my iPhone'],
    ['Sent from Outlook for iOS'],
    ['Get Outlook for Android'],
    ['Sent with Proton Mail secure email.'],
    ['发自我的iPhone'],
    ['发自我的企业微信'],
    ['发自网易邮箱大师'],
    ['来自我的华为手机'],
    ['從我的 iPhone 傳送'],
    ['获取 Outlook for iOS'],
    ['Von meinem iPhone gesendet'],
    ['Envoyé de mon iPhone'],
    ['iPhoneから送信'],
  ])('%s is folded and says nothing of its sender', (line) => {
    const words = read({ from: ANA, text: `Great news.\n\n${line}` });
    expect(foldedOf(words)).toEqual([`signature: ${line}`]);
    expect(words.signature).toBeUndefined();
  });

  it('somebody else who signs is folded but not read', () => {
    const words = read({
      from: ANA,
      text: 'See below.\n\nBest regards,\nTim Cole\nBuyer\nBrightwater Ltd\n+44 161 496 0000',
    });
    expect(words.signature).toBeUndefined();
  });

  it('the signature of an earlier message is nobody’s', () => {
    const words = read({
      from: ANA,
      answers: true,
      text: 'Fine.\n\nOn Fri, Oct 2, 2026 at 3:05 PM Jon Berg <jon@berg.example> wrote:\n> Ok?\n>\n> Ana Ruiz\n> Buyer\n> +47 55 50 12 34',
    });
    expect(words.signature).toBeUndefined();
    expect(words.quoted).toContain('Buyer');
  });

  it('of a mail of megabytes only the end is looked at', () => {
    const text = `${'Line of a very long report.\n'.repeat(200_000)}\nKind regards,\nAna Ruiz\nBuyer\nNordvik AS`;
    const start = performance.now();
    const words = read({ from: ANA, text });
    expect(performance.now() - start).toBeLessThan(1500);
    expect(fieldsOf(words)).toEqual(['name: Ana Ruiz', 'title: Buyer', 'company: Nordvik AS']);
  });
});
