import type { Phrasebook } from './phrase.ts';

export const MAIL_EN: Pick<Phrasebook, 'emailIn' | 'emailOut'> = {
  emailIn: [
    {
      subject: 'Request for quote: {qty} {product}',
      text: 'Hello,\n\nWe are planning to buy {qty} {product} and would like a quote with freight to our site and your shortest lead time. Could you also list the consumables for the first year?\n\nRegards,\n{contact}',
      outcome: 'positive',
      next: 'Quote with freight and first-year consumables',
    },
    {
      subject: 'RE: your quotation',
      text: 'Thanks, the price works for us. {weeks} weeks does not: our shutdown is the last weekend of the month and I need the units on site before it. What can you do?\n\n{contact}',
      outcome: 'neutral',
      next: 'Ask the factory for an earlier slot',
    },
    {
      subject: 'Three technical questions',
      text: 'Before we freeze the specification:\n1. Repeatability at the low end?\n2. Is there a Modbus register map?\n3. Will the flow cell take 6 bar?\n\n{contact}',
      outcome: 'neutral',
      next: 'Send register map and pressure test',
    },
    {
      subject: 'Tender documents attached',
      text: 'Please find the tender for online water quality attached; offers are due on the 8th. Note that service response counts 15 points.\n\n{contact}',
      outcome: 'positive',
      next: 'Read the tender, list deviations',
    },
    {
      subject: 'Budget update',
      text: 'I am sorry to say that capital spending was cut by a fifth. We can order half of the {product} this year and the rest in the first quarter, if the unit price holds.\n\n{contact}',
      outcome: 'negative',
      next: 'Offer two batches at one price',
    },
    {
      subject: 'Vendor onboarding: missing papers',
      text: 'Our system still lacks your insurance certificate, bank letter and two reference projects. Without them I cannot raise the purchase order.\n\n{contact}',
      outcome: 'neutral',
      next: 'Send the missing vendor papers',
    },
    {
      subject: 'Reading high at point 3',
      text: 'Of the units installed last week, point 3 reads about 0.2 NTU above our lab. The others agree. Is this the mounting position?\n\n{contact}',
      outcome: 'negative',
      next: 'Send an engineer to point 3',
    },
    {
      subject: 'Signed purchase order',
      text: 'Signed PO attached for {qty} {product}, two deliveries as agreed. Please confirm the dates in writing.\n\n{contact}',
      outcome: 'positive',
      next: 'Confirm both delivery dates',
    },
    {
      subject: 'Comparison with {rival}',
      text: 'My director wants a comparison. {rival} is 8 % cheaper but has no self-cleaning. Can you put five years of maintenance on one page?\n\n{contact}',
      outcome: 'neutral',
      next: 'One page: five-year cost',
    },
  ],
  emailOut: [
    {
      subject: 'Quotation: {qty} {product}',
      text: 'Hi {contact},\n\nOur quotation is attached: {qty} {product}, {amount} in total, flow cells and one year of warranty included, {weeks} weeks ex works, valid for 30 days.\n\nHappy to walk through it on a call.',
      outcome: 'positive',
    },
    {
      subject: 'Register map and test report',
      text: 'Hi {contact},\n\nAttached are the register map, the wiring diagram and the 6 bar pressure test. Repeatability at the low end is ±0.015 NTU; the conditions are on page 3.',
      outcome: 'positive',
    },
    {
      subject: 'Your delivery date',
      text: 'Hi {contact},\n\nThe factory can ship the first batch in {weeks} weeks and the rest ten days later. If you can decide this week, I will hold the slot at the end of the month.',
      outcome: 'neutral',
      next: 'Ask whether they will decide this week',
    },
    {
      subject: 'Summary of our visit',
      text: 'Hi {contact},\n\nThank you for your time. Three points: we begin with two test locations, we send the location plan this week, and you confirm the sample line next week.',
      outcome: 'positive',
      next: 'Send the location plan',
    },
    {
      subject: 'Two batches, one price',
      text: 'Hi {contact},\n\nGiven the budget, we suggest half this year and half in the first quarter, both at the price of the full quantity. Would that work?',
      outcome: 'neutral',
    },
    {
      subject: 'Loan unit is on its way',
      text: 'Hi {contact},\n\nThe loan unit left today and arrives tomorrow. Run it beside your lab samples for a week; I will come by to look at the data with you.',
      outcome: 'positive',
      next: 'Visit to look at a week of data',
    },
    {
      subject: 'Five-year cost on one page',
      text: 'Hi {contact},\n\nHere is the page you asked for. The difference is labour: without self-cleaning each unit costs about 26 hours more a year.',
      outcome: 'positive',
    },
    {
      subject: 'Open invoice',
      text: 'Hi {contact},\n\nThe last delivery was accepted 30 days ago and {amount} is open. Is anything missing on our side?',
      outcome: 'no_response',
      next: 'Call about the open invoice',
    },
  ],
};
