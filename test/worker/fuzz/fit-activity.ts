import type { Random } from '../../../scripts/seed/random.ts';
import { atLeast, Level } from '../../../shared/access.ts';
import { ActivityType, outcomesOf } from '../../../shared/activity.ts';
import type { Scene } from './scene.ts';
import type { Fields } from './spoil.ts';

type Place = { scene: Scene; random: Random };
const DAY = 86_400_000;

/** A log whose parts agree: what its level carries, records that exist, or that it brings along. */
export function fitActivity(value: Fields, { scene, random }: Place): Fields {
  const type = ActivityType.parse(value.type);
  const { create, ...links } = random.chance(0.4) ? created(value) : filed({ scene, random });
  return {
    ...value,
    ...carriedBy(Level.catch('full').parse(value.level), value),
    outcome: random.chance(0.5) ? random.pick(outcomesOf(type)) : undefined,
    occurredAt: Date.now() - random.int(0, 3000) * DAY,
    parties: partiesOf(value, { scene, random }),
    nextStep: isFields(value.nextStep) ? { ...value.nextStep, dueAt: undefined } : undefined,
    ...{ accountId: undefined, contactId: undefined, leadId: undefined, opportunityId: undefined },
    ...links,
    create,
  };
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const carriedBy = (
  level: Level,
  { subject, summary, text, messageId, attachments, pageUrl }: Fields,
): Fields => {
  const hasSubject = atLeast(level, 'subject');
  return {
    level,
    subject: hasSubject ? subject : undefined,
    messageId: hasSubject ? messageId : undefined,
    attachments: hasSubject ? attachments : undefined,
    pageUrl: hasSubject ? pageUrl : undefined,
    summary: atLeast(level, 'summary') ? summary : undefined,
    text: level === 'full' ? text : undefined,
  };
};

function partiesOf({ parties }: Fields, { scene, random }: Place): unknown {
  if (!Array.isArray(parties)) return parties;
  const contactId = random.pick(scene.ids.contact);
  return parties.map((party: Fields) => ({
    ...party,
    contactId: random.chance(0.2) ? contactId : undefined,
  }));
}

function filed({ scene: { ids }, random }: Place): Fields {
  return random.pick<Fields>([
    {},
    { accountId: random.pick(ids.account), contactId: random.pick(ids.contact) },
    { opportunityId: random.pick(ids.opportunity) },
    { leadId: random.pick(ids.lead) },
  ]);
}

/** The records of `create`, each named by the log, the contact filed at the new account. */
function created({ create }: Fields): Fields {
  if (!isFields(create)) return {};
  const { account, contact, lead } = create;
  const accountId = isFields(account) ? account.id : undefined;
  return {
    accountId,
    contactId: isFields(contact) ? contact.id : undefined,
    leadId: isFields(lead) ? lead.id : undefined,
    create: { account, contact: isFields(contact) ? { ...contact, accountId } : undefined, lead },
  };
}

/** Refiled under what exists; words that every level carries. */
export function fitEdit({ note, visibility }: Fields, { scene: { ids }, random }: Place): Fields {
  return {
    visibility: visibility ?? 'team',
    note,
    ...random.pick<Fields>([
      {},
      { accountId: random.pick(ids.account), opportunityId: null },
      { contactId: random.pick(ids.contact) },
      { leadId: random.pick(ids.lead) },
      { level: 'full', subject: 'Pump', text: '泵周一到。' },
      { level: 'summary', summary: 'They want the pump.' },
    ]),
  };
}
