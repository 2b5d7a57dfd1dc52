import type { Level } from '../../shared/access.ts';
import type { Party } from '../../shared/activity.ts';
import type { Random } from './random.ts';
import type { Customer, Member, Prospect } from './world.ts';

const MAIL_LEVELS = { full: 80, subject: 9, summary: 7, fact: 4 } as const satisfies Record<Level, number>;

type Words = { subject?: string | undefined; text: string; summary: string };
export type MailPeople = {
  contact: Customer['contacts'][number] | undefined;
  lead: Prospect | undefined;
  by: Member;
  direction: 'inbound' | 'outbound' | undefined;
};

export function mailParts(random: Random, words: Words, people: MailPeople) {
  const level = random.weighted(MAIL_LEVELS);
  return {
    level,
    isTextCut: false,
    parties: mailParties(random, people),
    attachments: [],
    capturedBy: 'roundcube',
    messageKey: `m:${random.hex(64)}`,
    threadKey: random.hex(64),
    ...(level !== 'fact' && { subject: words.subject, messageId: `<${random.hex(20)}@mail.example>` }),
    ...(level === 'summary' && { summary: words.summary }),
    ...(level === 'full' && { text: words.text }),
  };
}

function mailParties(random: Random, { contact, lead, by, direction }: MailPeople): Party[] {
  const them = contact
    ? { name: contact.row.name, email: contact.email, contactId: contact.row.id }
    : { name: lead?.row.name, email: lead?.row.email ?? undefined };
  const us = { name: by.name, email: by.email };
  const [from, to] = direction === 'inbound' ? [them, us] : [us, them];
  const parties: Party[] = [
    { role: 'from', ...from },
    { role: 'to', ...to },
  ];
  if (random.chance(0.25)) parties.push({ role: 'cc', name: 'Wei Zhang', email: 'manager@example.test' });
  return parties;
}
