import type { Visibility } from '../../shared/access.ts';
import { type ActivityType, type Outcome, outcomesOf } from '../../shared/activity.ts';
import { addDays, dayOf } from '../../shared/day.ts';
import { fullMoney } from '../../shared/money.ts';
import type { TaskKind } from '../../shared/task.ts';
import type { LogInput } from '../../worker/activities/log-input.ts';
import { type MailPeople, mailParts } from './mail-parts.ts';
import type { Language } from './names.ts';
import { fill, type Phrase, type PhraseKind, pickProduct, RIVALS, type Slots } from './phrase.ts';
import { PHRASES_EN } from './phrases-en.ts';
import { PHRASES_ZH } from './phrases-zh.ts';
import { elementAt, idAt, type Random } from './random.ts';
import type { Customer, Member, OpportunityRow, Prospect, World } from './world.ts';

const MINUTE = 60_000;
const PHRASES = { zh: PHRASES_ZH, en: PHRASES_EN } as const;

const TYPES = {
  email: 34,
  call: 22,
  visit: 11,
  meeting: 9,
  message: 9,
  note: 7,
  demo: 3,
  web_capture: 3,
  survey: 1,
  gift_care: 0.5,
  other: 0.5,
} as const satisfies Record<ActivityType, number>;
const VISIBILITIES = { team: 70, org: 24, private: 6 } as const satisfies Record<Visibility, number>;
const TASK_KINDS = { call: 3, email: 3, meeting: 2, visit: 2, other: 2 } as const satisfies Record<
  TaskKind,
  number
>;

/** One person's log, as the panel would have sent it, and when it was sent. */
export type Logged = {
  by: Member;
  at: number;
  input: LogInput;
  /** Not everybody may see what it is about. */
  isRestricted: boolean;
};
/** What it is about: a customer, perhaps with an opportunity, or a lead. */
type About = {
  language: Language;
  owner: Member;
  customer?: Customer;
  opportunity?: OpportunityRow;
  prospect?: Prospect;
};

export function buildActivity(world: World, occurredAt: number): Logged {
  const { random } = world;
  const about = pickAbout(world, occurredAt);
  const isRestricted = about.opportunity !== undefined && about.opportunity.visibility !== 'org';
  const by = isRestricted ? about.owner : pickAuthor(world, about);
  const type = random.weighted(TYPES);
  const at = Math.min(occurredAt + random.int(1, type === 'email' ? 240 : 90) * MINUTE, world.place.now);
  const direction = type === 'email' || type === 'message' ? pickDirection(random) : undefined;
  const phrase = random.pick(PHRASES[about.language][phraseKind(type, direction)]);
  const contact = about.customer && random.pick(about.customer.contacts);
  const slots = slotsOf(world, about, contact?.row.name ?? about.prospect?.row.name ?? '');
  const common = {
    id: idAt(random, at),
    type,
    direction,
    occurredAt,
    accountId: about.customer?.account.id,
    contactId: contact?.row.id,
    leadId: about.prospect?.row.id,
    opportunityId: about.opportunity?.id,
    visibility: random.weighted(VISIBILITIES),
    outcome: outcomeFor(type, phrase),
    nextStep: nextStepFor(world, phrase, { slots, at }),
  };
  const words = {
    subject: phrase.subject && fill(phrase.subject, slots),
    text: fill(phrase.text, slots),
    // The rep's own sentence, where the text itself does not leave the browser.
    summary: fill(phrase.next ?? elementAt(phrase.text.split('\n'), 0), slots),
  };
  if (type === 'email') {
    const people = { contact, lead: about.prospect, by };
    return {
      by,
      at,
      isRestricted,
      input: { ...common, ...mailParts(random, words, { ...people, direction }) },
    };
  }
  return {
    by,
    at,
    isRestricted,
    input: { ...common, ...plainParts(world, type, { ...words, about, contact }) },
  };
}

function pickAbout({ random, customers, prospects }: World, at: number): About {
  if (prospects.length > 0 && random.chance(0.07)) {
    const prospect = random.pick(prospects);
    return { prospect, language: prospect.language, owner: prospect.owner };
  }
  const customer = random.pick(customers);
  const open = customer.opportunities
    .map(({ row }) => row)
    .filter(({ createdAt, closedAt }) => createdAt < at && (!closedAt || closedAt > at));
  const opportunity = open.length > 0 && random.chance(0.85) ? random.pick(open) : undefined;
  return { customer, opportunity, language: customer.language, owner: customer.owner };
}

/** Mostly the owner; now and then a colleague who speaks the language, or a manager who came along. */
function pickAuthor({ random, members }: World, { owner, language }: About): Member {
  if (random.chance(0.85)) return owner;
  return random.pick(
    members.filter(({ role, languages }) => role !== 'admin' && languages.includes(language)),
  );
}

const pickDirection = (random: Random): 'inbound' | 'outbound' =>
  random.chance(0.55) ? 'inbound' : 'outbound';

function phraseKind(type: ActivityType, direction: 'inbound' | 'outbound' | undefined): PhraseKind {
  if (type === 'email') return direction === 'inbound' ? 'emailIn' : 'emailOut';
  return type === 'survey' || type === 'gift_care' ? 'other' : type;
}

function outcomeFor(type: ActivityType, { outcome }: Phrase): Outcome | undefined {
  return outcome && outcomesOf(type).includes(outcome) ? outcome : undefined;
}

function slotsOf({ random, place }: World, about: About, contact: string): Slots {
  const { language, opportunity } = about;
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const amount = opportunity?.amountMinor ?? random.int(8, 90) * 100_000;
  return {
    product: pickProduct(random, language),
    qty: String(random.int(2, 48)),
    contact,
    account: about.customer?.account.name ?? about.prospect?.row.company ?? '',
    amount: fullMoney(amount, opportunity?.currency ?? place.currency, locale).replace(/\.00$/, ''),
    rival: random.pick(RIVALS[language]),
    weeks: String(random.int(4, 9)),
  };
}

function nextStepFor({ random, place }: World, phrase: Phrase, { slots, at }: { slots: Slots; at: number }) {
  if (!phrase.next || random.chance(0.45)) return undefined;
  return {
    taskId: idAt(random, at),
    kind: random.weighted(TASK_KINDS),
    text: fill(phrase.next, slots),
    dueOn: addDays(dayOf(at, place.timeZone), random.int(1, 14)),
  };
}

type Plain = { subject?: string; text: string; about: About; contact: MailPeople['contact'] };

function plainParts({ random, place }: World, type: ActivityType, { subject, text, about, contact }: Plain) {
  const isOut = type === 'visit' || type === 'gift_care';
  const pageUrl = about.customer?.account.website ?? about.prospect?.row.website ?? undefined;
  const isMeeting = type === 'visit' || type === 'meeting' || type === 'demo';
  return {
    level: 'full' as const,
    text,
    isTextCut: false,
    attachments: [],
    parties:
      isMeeting && contact
        ? [{ role: 'participant' as const, name: contact.row.name, contactId: contact.row.id }]
        : [],
    ...(type === 'web_capture' && { subject, pageUrl, capturedBy: 'page' }),
    ...(isOut &&
      random.chance(0.5) && {
        expense: {
          amountMinor: random.int(12, 680) * 100,
          currency: about.opportunity?.currency ?? place.currency,
          kind:
            type === 'visit' ? elementAt(['travel', 'meal'] as const, random.int(0, 1)) : ('gift' as const),
        },
      }),
  };
}
