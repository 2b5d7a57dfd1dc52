import { describe, expect, it } from 'vitest';
import { fieldsOf, keptOf, read } from './signature-reading.ts';

const WORDS = 'Could you send the revised drawing by Thursday?';
type Sample = { from: string; region?: string; signed: string; fields: string[] };

/** Below the words of a mail; none of these people and firms exists. */
const SAMPLES: Record<string, Sample> = {
  'a closing, one field a line': {
    from: 'Martin Hale <m.hale@kestrel-storage.example>',
    region: 'GB',
    signed: `Kind regards,

Martin Hale
Head of Warehousing
Kestrel Storage Ltd
Unit 4, Dock Road, Hull HU9 1TA
T 020 7946 0321
M +44 7700 900148
www.kestrel-storage.example`,
    fields: [
      'name: Martin Hale',
      'title: Head of Warehousing',
      'company: Kestrel Storage Ltd',
      'phone: +442079460321',
      'mobile: +447700900148',
    ],
  },
  'name and title in one line, company with its address': {
    from: 'Martin Hale <m.hale@kestrel-storage.example>',
    region: 'GB',
    signed: `Best,
Martin Hale, Head of Warehousing
Kestrel Storage Ltd, Unit 4, Dock Road, Hull`,
    fields: ['name: Martin Hale', 'title: Head of Warehousing', 'company: Kestrel Storage Ltd'],
  },
  'a business card with bars in one line': {
    from: 'Ana Ruiz <ana@nordvik.example>',
    signed: 'Ana Ruiz | Senior Buyer | Nordvik Marine AS | +47 55 50 12 34 | ana@nordvik.example',
    fields: ['name: Ana Ruiz', 'title: Senior Buyer', 'company: Nordvik Marine AS', 'phone: +4755501234'],
  },
  'a business card with dots': {
    from: '"Chen, Grace" <grace.chen@orbit-optics.example>',
    signed: `Thanks!
Grace Chen • VP, Sales • Orbit Optics Inc.
o: (617) 555-0142 x21 • c: 617-555-0188`,
    fields: [
      'name: Grace Chen',
      'title: VP, Sales',
      'company: Orbit Optics Inc.',
      'phone: +16175550142',
      'mobile: +16175550188',
    ],
  },
  'the delimiter, without a closing': {
    from: 'Sam Okoro <sam@tarn.example>',
    signed: '-- \nSam Okoro\nTarn Hydraulics\n+44 113 496 0999',
    fields: ['name: Sam Okoro', 'company: Tarn Hydraulics', 'phone: +441134960999'],
  },
  'degrees and honorifics are no part of the name': {
    from: 'Priya Raman <priya@harbor-bio.example>',
    signed: `Best regards,

Dr. Priya Raman, PhD, MBA
Director of Laboratory Operations
Harbor Bio, Inc.`,
    fields: ['name: Priya Raman', 'title: Director of Laboratory Operations', 'company: Harbor Bio, Inc.'],
  },
  'a fax is a fax, and a toll-free number a phone': {
    from: 'Lee Fox <lee.fox@foxmetal.example>',
    signed: `Regards,
Lee Fox
Inside Sales Representative
Fox Metal Corporation
Phone: 1-800-555-0199 | Fax: (312) 555-0147`,
    fields: [
      'name: Lee Fox',
      'title: Inside Sales Representative',
      'company: Fox Metal Corporation',
      'phone: +18005550199',
      'fax: +13125550147',
    ],
  },
  'a shouted name is written as in the header': {
    from: 'Olu Ade <olu@adeworks.example>',
    signed: 'Sincerely,\n\nOLU ADE\nOperations Manager\nAdeworks LLC',
    fields: ['name: Olu Ade', 'title: Operations Manager', 'company: Adeworks LLC'],
  },
  'numbers that nobody answers are left out': {
    from: 'Hans Müller <h.mueller@muellerpumpen.example>',
    region: 'DE',
    signed: `Mit freundlichen Grüßen

Hans Müller
Leiter Einkauf
Müller Pumpen GmbH
Industriestraße 12, 70565 Stuttgart
Tel.: 0711 553490-12
HRB 123456, USt-IdNr. DE123456789, IBAN DE89 3704 0044 0532 0130 00`,
    fields: [
      'name: Hans Müller',
      'title: Leiter Einkauf',
      'company: Müller Pumpen GmbH',
      'phone: +4971155349012',
    ],
  },
  'a title in a language without a dictionary, by its place': {
    from: 'Zoltán Kiss <kiss.zoltan@dunafem.example>',
    signed: 'Üdvözlettel,\n\nKiss Zoltán\nBeszerzési vezető\nDunafém Kft.\nTel.: +36 1 555 0123',
    fields: ['name: Kiss Zoltán', 'title: Beszerzési vezető', 'company: Dunafém Kft.', 'phone: +3615550123'],
  },
  'French, with the number in national form': {
    from: 'Claire Petit <c.petit@atelier-petit.fr>',
    signed: `Bien cordialement,

Claire Petit
Responsable des achats
Atelier Petit SARL
Tél. : 01 55 50 12 34 – Portable : 06 12 34 56 78`,
    fields: [
      'name: Claire Petit',
      'title: Responsable des achats',
      'company: Atelier Petit SARL',
      'phone: +33155501234',
      'mobile: +33612345678',
    ],
  },
  'the company stands before the title': {
    from: 'Kim Park <kim@hanbit.example>',
    signed: 'Thanks,\nKim Park\nHanbit Robotics Co., Ltd.\nTechnical Lead\nMobile +82 10-1234-5678',
    fields: [
      'name: Kim Park',
      'title: Technical Lead',
      'company: Hanbit Robotics Co., Ltd.',
      'mobile: +821012345678',
    ],
  },
  'a region behind a comma belongs to the title': {
    from: 'Eva Novak <eva.novak@lumen-grid.example>',
    signed: 'Cheers,\nEva Novak\nHead of Sales, Europe\nLumen Grid',
    fields: ['name: Eva Novak', 'title: Head of Sales, Europe', 'company: Lumen Grid'],
  },
  'a department is no title': {
    from: 'Tim Cole <tim.cole@brightwater.example>',
    signed: 'Best wishes\n\nTim Cole\nProcurement\nBrightwater Ltd\nDirect: +44 161 496 0000',
    fields: ['name: Tim Cole', 'company: Brightwater Ltd', 'phone: +441614960000'],
  },
  'only the first name is printed': {
    from: 'Jonathan Berg <jon@berg-tools.example>',
    signed: 'Thx\nJonathan\nProduct Manager, Berg Tools\n+46 8 502 512 34',
    fields: ['name: Jonathan Berg', 'title: Product Manager', 'company: Berg Tools', 'phone: +46850251234'],
  },
  'icons stand for labels': {
    from: 'Mia Lund <mia@lund-optik.dk>',
    signed:
      'Med venlig hilsen\nMia Lund\nIndkøbschef\nLund Optik ApS\n📞 33 12 34 56 📱 20 12 34 56 🌐 lund-optik.dk',
    fields: [
      'name: Mia Lund',
      'title: Indkøbschef',
      'company: Lund Optik ApS',
      'phone: +4533123456',
      'mobile: +4520123456',
    ],
  },
  'a spaced dash parts name and title': {
    from: 'Rosa Diaz <rosa.diaz@vinosdiaz.es>',
    signed: 'Un saludo,\nRosa Díaz – Directora Comercial\nVinos Díaz S.L.\nMóvil 612 34 56 78',
    fields: [
      'name: Rosa Díaz',
      'title: Directora Comercial',
      'company: Vinos Díaz S.L.',
      'mobile: +34612345678',
    ],
  },
  'above the line of a phone': {
    from: 'Pat Quinn <pat@quinnlabs.example>',
    signed: 'Pat Quinn\nQA Engineer\nQuinn Labs LLC\n\nSent from my iPhone',
    fields: ['name: Pat Quinn', 'title: QA Engineer', 'company: Quinn Labs LLC'],
  },
  'above a disclaimer': {
    from: 'Pat Quinn <pat@quinnlabs.example>',
    signed: `Regards
Pat Quinn
QA Engineer
Quinn Labs LLC

This e-mail and any attachments are confidential and intended solely for the addressee. If you have
received it in error, please notify the sender at +1 212 555 0100 and delete it.`,
    fields: ['name: Pat Quinn', 'title: QA Engineer', 'company: Quinn Labs LLC'],
  },
  'a shared mailbox signs with a person': {
    from: 'Sales <sales@brightwater.example>',
    signed: 'Kind regards,\nTim Cole\nAccount Manager\nBrightwater Ltd\n+44 161 496 0000',
    fields: ['name: Tim Cole', 'title: Account Manager', 'company: Brightwater Ltd', 'phone: +441614960000'],
  },
  'the name stands behind the closing': {
    from: 'Noor Haddad <noor@haddad-trading.example>',
    signed: 'Best regards, Noor Haddad\nManaging Director, Haddad Trading LLC\n+971 4 555 0123',
    fields: [
      'name: Noor Haddad',
      'title: Managing Director',
      'company: Haddad Trading LLC',
      'phone: +97145550123',
    ],
  },
  'what is said aside is no part of the name': {
    from: 'Sarah Moss <smoss@cyan-systems.example>',
    signed: `Warm regards,

Sarah Moss (she/her)
Senior Customer Success Manager | Cyan Systems
Schedule a call: https://calendar.example/sarah`,
    fields: ['name: Sarah Moss', 'title: Senior Customer Success Manager', 'company: Cyan Systems'],
  },
  'a trunk zero in brackets, two closings, a register': {
    from: '"Müller, Thomas (CN/SH)" <thomas.mueller@beispiel.example>',
    signed: `Mit freundlichen Grüßen / Best regards

i.A. Thomas Müller
Teamleiter Einkauf

Beispiel AG
Tel.: +49 (0)89 1234-567
Mobil: +49 (0)171 1234567

Sitz der Gesellschaft: München, HRB 12345
Geschäftsführer: Hans Meier`,
    fields: [
      'name: Thomas Müller',
      'title: Teamleiter Einkauf',
      'company: Beispiel AG',
      'phone: +49891234567',
      'mobile: +491711234567',
    ],
  },
  'labels behind the numbers': {
    from: 'Emily Clark <emily@brightpath.example>',
    signed:
      'Emily Clark | Program Director\nBrightPath Foundation\n206-555-0188 (office) | 206-555-0199 (cell)',
    fields: [
      'name: Emily Clark',
      'title: Program Director',
      'company: BrightPath Foundation',
      'phone: +12065550188',
      'mobile: +12065550199',
    ],
  },
  'a title at a company': {
    from: 'David Lee <david@initrode.example>',
    signed: 'Sincerely,\n\nDavid Lee\nDirector of Sales at Initrode\nM +1 (512) 555-0100',
    fields: ['name: David Lee', 'title: Director of Sales', 'company: Initrode', 'mobile: +15125550100'],
  },
  'an exporter’s card, with its messengers': {
    from: 'Kevin <sales05@valve-factory.example>',
    signed: `Best regards
Kevin Zhang
Sales Manager
Zhejiang Valve Factory Co.,Ltd
Add: No. 88, Industrial Road, Wenzhou, Zhejiang, China
Tel: +86-577-55550123   Fax: +86-577-55550124
Mob/WhatsApp/WeChat: +86 138 1234 5678
Skype: kevin.valve`,
    fields: [
      'name: Kevin Zhang',
      'title: Sales Manager',
      'company: Zhejiang Valve Factory Co.,Ltd',
      'phone: +8657755550123',
      'fax: +8657755550124',
      'mobile: +8613812345678',
    ],
  },
  'Hong Kong, eight digits': {
    from: 'Alice Wong <alice@hk-trade.com.hk>',
    signed: `Best Regards,
Alice Wong
Merchandising Manager
HK Trade Ltd.
Rm 1203, 12/F, Kwun Tong Plaza, Kowloon, Hong Kong
T: 2555 0123  F: 2555 0124  M: 9123 4567`,
    fields: [
      'name: Alice Wong',
      'title: Merchandising Manager',
      'company: HK Trade Ltd.',
      'phone: +85225550123',
      'fax: +85225550124',
      'mobile: +85291234567',
    ],
  },
};

describe('a signature in a European language', () => {
  it.each(Object.entries(SAMPLES))('%s', (_, { from, region, signed, fields }) => {
    const words = read({ from, text: `Hi,\n\n${WORDS}\n\n${signed}`, ...(region && { region }) });
    expect(fieldsOf(words)).toEqual(fields);
    expect(keptOf(words)).toBe(`Hi,\n\n${WORDS}`);
  });
});
