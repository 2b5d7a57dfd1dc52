import { known } from './known-sender.ts';
import type { SampleMail } from './sample-mail.ts';

export const MAILS_EN: readonly SampleMail[] = [
  {
    id: 'second-building',
    language: 'en',
    from: known('priya.raman@harborlabs.example'),
    subject: 'Second building: conductivity and pH',
    sent: { minutesAgo: 25 },
    zone: '-0500',
    text: `Hi Dana,

The floor plan of building 2 is final at last. We count eleven measuring points for pH and six for conductivity, all on DN 25 lines, and the budget for this year still has room for about half of them.

Can we go through it on the phone? Call me next Tuesday at 3 pm, I have the whole hour. Before that I need two things from you: whether the LK-400 head fits a DN 25 saddle, and what changes in price if we order both lots together.

Best,
Priya

Priya Raman
Director of Laboratory Operations
Harbor Labs, Inc.
+1 (617) 555-0142`,
  },
  {
    id: 'dairy-enquiry',
    language: 'en',
    from: { name: 'Hannah Osei', email: 'h.osei@meridiandairy.example' },
    subject: 'Enquiry: CIP conductivity monitoring, two plants',
    sent: { minutesAgo: 130 },
    zone: '+0000',
    text: `Hello,

Your stand at the food processing fair was recommended to me by a colleague. We run two dairies in the Midlands and want to see in real time when a cleaning cycle is finished, instead of rinsing for a fixed 40 minutes.

We would start with four CIP lines in Derby. Budget is agreed for the first quarter. Who at Larkfield can tell me which sensors stand 2 % caustic at 85 °C, and could somebody visit us before the holidays?

Kind regards,

Hannah Osei
Plant Engineering Manager
Meridian Dairy Group Ltd
Tel: +44 20 7946 0857
Mobile: +44 7700 900142
14 Canal Wharf, Derby DE1 2AB`,
  },
  {
    id: 'revised-quote',
    language: 'en',
    from: known('m.oyelaran@harborlabs.example'),
    cc: [known('priya.raman@harborlabs.example')],
    subject: 'Re: Quote for the inline turbidity meters',
    sent: { daysAgo: 1, at: '15:20' },
    zone: '-0500',
    text: `Dana,

Thanks, that is closer. At USD 2,980 per unit I can take it to the committee, but only if the two-year calibration plan is in the same price. The other bidder includes it.

If you send the revised quote by Friday it goes on the agenda of the first week of the month. Otherwise we lose four weeks.

Marcus`,
    quoted: {
      daysEarlier: 2,
      text: `Hello Marcus,

please find our quote for 28 inline turbidity meters at USD 3,150 per unit, delivery in six weeks, installation by our partner in Boston.

Tell me where it has to be sharper.

Dana Whitfield
Larkfield Instruments`,
    },
  },
  {
    id: 'frame-agreement',
    language: 'en',
    from: known('ingrid.sorensen@fjordwater.example'),
    subject: 'Frame agreement for flow cells: quantities 2027',
    sent: { daysAgo: 1, at: '10:45' },
    zone: '+0100',
    text: `Dear Dana,

These are the quantities that we expect for next year:

Flow cell FC-88, 40 pieces, first delivery in March
Flow cell FC-90, 15 pieces, first delivery in June
Spare seals, 200 pieces, on call

Before we sign I need your answer to the warranty claim FC-88213.

Ingrid Sørensen
Head of Purchasing
Fjord Vann AS
+47 55 50 12 34`,
    html: `<!doctype html><html><body style="font-family: Georgia, serif; color: #1d2b3a">
<p>Dear Dana,</p>
<p>These are the quantities that we expect for next year:</p>
<table style="border-collapse: collapse" cellpadding="6">
<tr style="background: #dfe9f2"><th align="left">Item</th><th align="right">Pieces</th><th align="left">First delivery</th></tr>
<tr><td>Flow cell FC-88</td><td align="right">40</td><td>March</td></tr>
<tr><td>Flow cell FC-90</td><td align="right">15</td><td>June</td></tr>
<tr><td>Spare seals</td><td align="right">200</td><td>on call</td></tr>
</table>
<p>Before we sign I need your answer to the <b>warranty claim FC-88213</b>.</p>
<p>Ingrid Sørensen<br>Head of Purchasing<br>Fjord Vann AS<br>+47 55 50 12 34</p>
</body></html>`,
  },
  {
    id: 'still-waiting',
    language: 'en',
    from: known('ngozi.okafor@kestrelfoods.example'),
    subject: 'RFQ 7731: volume discount?',
    sent: { daysAgo: 6, at: '11:30' },
    zone: '+0000',
    text: `Dear Dana,

One question before I can place RFQ 7731: does the 4 % volume discount still hold if we take the 120 pH probes in two lots, 80 now and 40 in spring?

Our buyers close the books on the 30th, so I need your answer in writing before then.

Regards,
Ngozi

Ngozi Okafor
QA Manager, Kestrel Foods plc
+44 20 7946 0123`,
  },
];
