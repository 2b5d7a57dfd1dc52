import type { Phrasebook } from './phrase.ts';
import { MAIL_EN } from './phrases-en-mail.ts';

export const PHRASES_EN: Phrasebook = {
  ...MAIL_EN,
  call: [
    {
      text: '{contact} has put our offer on the agenda for Tuesday’s board. No discount needed yet; they want the response time in writing.',
      outcome: 'connected',
      next: 'Draft the response-time commitment',
    },
    {
      text: 'Price for the {product} is fine. The worry is shutting the line for installation. Explained hot tapping; {contact} wants to see a site that did it.',
      outcome: 'connected',
      next: 'Send the hot-tap reference',
    },
    {
      text: 'Quantity confirmed at {qty}, {amount} accepted, but they need net 60. I said I would ask.',
      outcome: 'connected',
      next: 'Ask finance about net 60',
    },
    {
      text: 'Rang twice. The desk says {contact} is at another site until Thursday.',
      outcome: 'no_answer',
      next: 'Try again on Thursday',
    },
    {
      text: '{contact} was walking into a meeting and asked me to ring after four.',
      outcome: 'busy',
      next: 'Ring after four',
    },
    {
      text: 'Left a message for {contact}: the quote ends this month, do they want it extended?',
      outcome: 'left_message',
    },
    {
      text: '{rival} has a demo unit on site already. Agreed a side-by-side next week with their own standards.',
      outcome: 'connected',
      next: 'Bring a unit for the side-by-side',
    },
    {
      text: 'Project not approved this year. {contact} asked us to come back in March, when the budget is open.',
      outcome: 'negative',
      next: 'Ring again in March',
    },
    {
      text: '{contact} has moved on; the new owner of the project will write this afternoon.',
      outcome: 'connected',
      next: 'Meet the new project owner',
    },
    {
      text: 'Check-in on last quarter’s units: cleaning went from weekly to every three weeks. {contact} is willing to be a reference.',
      outcome: 'positive',
    },
    { text: 'The number is out of service; reception gave me a new mobile.', outcome: 'wrong_number' },
    {
      text: 'Chased the reference letter for the tender. {contact} signed it and posts it tomorrow.',
      outcome: 'connected',
    },
  ],
  meeting: [
    {
      text: 'Went through the interface with their integrator: Modbus TCP on their side, we bring the gateway. {contact} owns the tag list, due Wednesday.',
      outcome: 'completed',
      next: 'Collect the tag list',
    },
    {
      text: 'Second round of terms. {amount} agreed; open point is payment, they want 30/60/10 and we stay at 30/50/20.',
      outcome: 'completed',
      next: 'Ask whether 30/60/10 is possible',
    },
    {
      text: 'Technical session with operations, instruments and purchasing. Operations care about cleaning, purchasing about price; {contact} is on our side.',
      outcome: 'completed',
      next: 'Maintenance demo for operations only',
    },
    {
      text: 'Design review moved: their consultant is ill. Same time next week.',
      outcome: 'rescheduled',
      next: 'Design review',
    },
    {
      text: 'Walked {contact} through the deviation list. One item left, the hazardous-area rating.',
      outcome: 'completed',
      next: 'Write the rating clarification',
    },
    {
      text: 'Bid opening: we are second, {rival} is 6 % lower, our technical score is 4 points higher. Decision pending.',
      outcome: 'neutral',
      next: 'Find out when they decide',
    },
    {
      text: 'Kick-off. Installation window fixed: two nights at the end of the month, four hours each.',
      outcome: 'completed',
      next: 'Staff the installation nights',
    },
  ],
  visit: [
    {
      text: 'Walked the second line. The sample point is 40 m from the panel, so wall mounting near the tap makes sense. {contact} agrees and wants a drawing.',
      outcome: 'completed',
      next: 'Draw the wall mounting',
    },
    {
      text: 'Side-by-side with the {product}: three samples within 2 % of their lab. {contact} asked for a quote on the spot.',
      outcome: 'positive',
      next: 'Send the formal quote',
    },
    {
      text: '{contact} had been called to the other plant. Met the instrument foreman, left samples, will come back next week.',
      outcome: 'no_show',
      next: 'Arrange a new date',
    },
    {
      text: 'Lunch with the engineering team. A new line is coming next year, about {qty} points, budget is being written now.',
      outcome: 'positive',
      next: 'Selection guide for their budget',
    },
    {
      text: 'Routine visit. Point 3 had drifted, fine again after cleaning. Showed the crew how to read the self-test code.',
      outcome: 'completed',
    },
    {
      text: 'Saw the new site. Piping is a month late, so our delivery moves as well.',
      outcome: 'neutral',
      next: 'Ask about progress at month end',
    },
    {
      text: 'Met the deputy plant manager, who wants proof of local spare parts before anything else.',
      outcome: 'completed',
      next: 'Send the spare-parts statement',
    },
    {
      text: 'Annual service with our engineer: {qty} units calibrated, report signed by {contact}.',
      outcome: 'completed',
    },
  ],
  message: [
    {
      text: '{contact} asked by text whether we can ship to the side gate; yes, and sent the driver’s contact.',
      outcome: 'positive',
    },
    {
      text: 'Sent the installation video. {contact} passed it to the crew for tomorrow.',
      outcome: 'positive',
    },
    {
      text: 'Photo from {contact}: the flange differs from the drawing, an adapter is needed.',
      outcome: 'neutral',
      next: 'Post a DN25 adapter set',
    },
    {
      text: 'Reminder that the warranty ends next month. Read, not answered.',
      outcome: 'no_response',
      next: 'Call about the service plan',
    },
    {
      text: '{contact} says the director agreed in principle; paperwork this week.',
      outcome: 'positive',
      next: 'Ask about the paperwork on Friday',
    },
    {
      text: 'Control room could not read one unit: duplicate address, changed remotely.',
      outcome: 'positive',
    },
  ],
  note: [
    {
      text: 'How they decide: {contact} asks, instrumentation selects, the plant manager signs. Purchasing only places the order.',
    },
    {
      text: '{rival} gave them a free three-month trial. Our comparison data has to be on the table before it ends.',
    },
    { text: 'Their financial year ends in December and anything above 50,000 goes to the board.' },
    {
      text: 'The consultant says three more plants will be refurbished next year. Make this one the reference.',
    },
    { text: 'They value local service: name both engineers and their towns in the offer.' },
  ],
  demo: [
    {
      text: 'Showed self-cleaning and remote calibration. The shift lead tried it herself and asked three times about alarms on the phone.',
      outcome: 'completed',
      next: 'Proposal for phone alarms',
    },
    {
      text: 'Forty minutes online with {contact} and two colleagues. They liked the export and want a trial login.',
      outcome: 'positive',
      next: 'Open a trial login',
    },
    {
      text: 'Booth demo for their chief engineer, who looked only at wiper life and wants the test report.',
      outcome: 'neutral',
      next: 'Send the wiper life report',
    },
  ],
  web_capture: [
    {
      subject: '{account}: planning notice for a new plant',
      text: 'Public notice for a third treatment line, 20,000 m³ a day, in service by the second quarter, 14 monitoring points.',
      next: 'Find out who designs it',
    },
    {
      subject: '{account}: contract award',
      text: 'Awarded to {rival}, a tenth below our estimate, operation not included.',
    },
    {
      subject: '{account} is hiring instrument technicians',
      text: 'Three openings at once, which suggests the new line runs before year end.',
    },
  ],
  other: [
    {
      text: 'Satisfaction call: 9 of 10. {contact} had one wish, a spare-parts list with pictures.',
      outcome: 'positive',
      next: 'Send the illustrated parts list',
    },
    {
      text: 'Sent a card and a box of tea for their plant’s anniversary. {contact} wrote back.',
      outcome: 'positive',
    },
    { text: 'Filled in their yearly vendor assessment: 92 points, second place.', outcome: 'positive' },
  ],
};
