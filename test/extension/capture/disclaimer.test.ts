import { describe, expect, it } from 'vitest';
import { fieldsOf, foldedOf, keptOf, read } from './signature-reading.ts';

const WORDS = 'The offer is attached.\n\nAna';
const NOTICES: Record<string, string> = {
  confidential:
    'This e-mail and any attachments are confidential and intended solely for the addressee.\nIf you are not the intended recipient, please delete it.',
  'a heading above':
    'CONFIDENTIALITY NOTICE: The contents of this e-mail message are intended solely for the addressee.',
  'a heading on its own line':
    'DISCLAIMER\nThis message contains confidential information and is intended only for the individual named.',
  'two paragraphs': `The information in this email is confidential and may be legally privileged.

Nordvik AS accepts no liability for any damage caused by any virus transmitted by this email.
www.nordvik.example`,
  'a rule above': `${'*'.repeat(40)}\nThis message is intended for the named recipient only and may be privileged.\n${'*'.repeat(40)}`,
  'a virus scanner': 'Virus-free. www.avast.com',
  'another virus scanner': 'This email has been checked for viruses by AVG antivirus software.\nwww.avg.com',
  'the environment': 'Please consider the environment before printing this e-mail.',
  'a mailing list': `${'_'.repeat(47)}\nusers mailing list\nusers@lists.example\nhttps://lists.example/listinfo/users`,
  'a group': `--\nYou received this message because you are subscribed to the Google Groups "users" group.\nTo unsubscribe from this group and stop receiving emails from it, send an email to users+unsubscribe@groups.example.`,
  'an unsubscribe line':
    'You are receiving this email because you subscribed to our newsletter.\nUnsubscribe | Manage preferences',
  保密声明:
    '保密声明：本邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人或群组。禁止任何其他人以任何形式使用。',
  本邮件及附件:
    '本邮件及其附件含有云帆物流的机密信息，仅供指定收件人使用。\n如果您错收了本邮件，请您立即电话或邮件通知发件人并删除本邮件。',
  中英双语: `重要提示：此邮件及附件具保密性质，仅供收件人使用。
This e-mail and its attachments contain confidential information, which is intended only for the person whose address is listed above.`,
  繁體: '本電子郵件及附件所載訊息均為保密資訊，僅供指定收件人使用，若您非指定收件人，請立即刪除。',
  自动发送: '本邮件由系统自动发送，请勿直接回复。',
  退订: '您收到此邮件是因为您订阅了我们的周刊。如需退订请点击这里。',
  German: 'Diese E-Mail enthält vertrauliche Informationen und ist nur für den Empfänger bestimmt.',
  French:
    'Ce message et ses pièces jointes sont confidentiels et destinés exclusivement à leur destinataire.',
  Spanish: 'Este mensaje y sus anexos pueden contener información confidencial.',
};

describe('notices at the end', () => {
  it.each(Object.entries(NOTICES))('%s', (_, notice) => {
    const words = read({ from: 'Ana Ruiz <ana@nordvik.example>', text: `${WORDS}\n\n${notice}` });
    expect(keptOf(words)).toBe(WORDS);
    expect(words.folds?.map(({ kind }) => kind)).toEqual(['disclaimer']);
    expect(words.text).toContain(notice.slice(0, 40));
    expect(words.signature).toBeUndefined();
  });

  it('below the signature they are folded apart, and their numbers are not the sender’s', () => {
    const words = read({
      from: 'Ana Ruiz <ana@nordvik.example>',
      text: `The offer is attached.\n\nBest,\nAna Ruiz\nBuyer\nNordvik AS\n\nThis message is confidential. If it reached you by mistake, call +47 22 12 34 56.`,
    });
    expect(foldedOf(words)).toEqual([
      'signature: Best,\nAna Ruiz\nBuyer\nNordvik AS',
      'disclaimer: This message is confidential. If it reached you by mistake, call +47 22 12 34 56.',
    ]);
    expect(fieldsOf(words)).toEqual(['name: Ana Ruiz', 'title: Buyer', 'company: Nordvik AS']);
  });
});

describe('banners at the beginning', () => {
  it.each([
    ['CAUTION: This email originated from outside of the organization. Do not click links.'],
    ['[EXTERNAL] This message came from outside your organisation.'],
    ['【外部邮件】请谨慎点击链接和附件。'],
    ["You don't often get email from ana@nordvik.example. Learn why this is important"],
  ])('%s', (banner) => {
    const words = read({ text: `${banner}\n\n${WORDS}` });
    expect(foldedOf(words)).toEqual([`disclaimer: ${banner}`]);
    expect(keptOf(words)).toBe(WORDS);
  });
});

describe('what a person says', () => {
  it.each([
    ['This email is confidential, so keep it between us.'],
    ['This message is intended for the buyers only.\n\nWe raise our prices in May.'],
    ['Please unsubscribe the old address from the portal and add mine.\n\nAna'],
    ['这封邮件请保密。\n\n我们五月调价。'],
    ['You received this message because I forgot the attachment.\n\nHere it is.'],
    ['Caution: the flow cell is under pressure.\n\nAna'],
  ])('%s stays', (text) => {
    expect(read({ text }).folds).toBeUndefined();
  });
});
