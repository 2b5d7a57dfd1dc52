import { phoneKey } from '../../shared/phone.ts';
import { companyName, jobTitle, type Language, personName, phoneOf } from './names.ts';
import { elementAt, idAt, type Random } from './random.ts';
import { DAY_MS, type LeadRow, type Member, ownedBy, type Place, type Prospect } from './world.ts';

const STATUSES = { new: 4, working: 4, nurturing: 2, qualified: 2, disqualified: 1 } as const;
const SOURCES = { web_page: 4, email: 3, event: 2, referral: 2, campaign: 1 } as const;

const NOTES: Record<Language, readonly string[]> = {
  zh: [
    '展会上留的名片，问过低量程浊度仪的价格，还没有项目。',
    '官网看到在招仪表工程师，可能要上新线。',
    '老客户介绍，说那边在换掉进口表，预算明年初批。',
    '下载过选型手册，电话里说先了解，下月再联系。',
    '水厂提标改造，设计院已定，设备下季度招标。',
  ],
  en: [
    'Met at the water show; asked for low-range prices, no project yet.',
    'Their site lists three instrument openings, so a new line is likely.',
    'Referred by a customer: they are replacing imported meters, budget in January.',
    'Downloaded the selection guide. Wants to talk next month.',
    'Plant upgrade with a consultant on board; equipment tender next quarter.',
  ],
};

type Person = { name: string; company: string; email: string; domain: string; language: Language };

/** Two who write to the sample mailbox and are not customers yet. */
const KNOWN: readonly Person[] = [
  {
    name: 'Venkataraghavan Subramaniam-Chakravarthy',
    company: 'Very Long Company Name for Industrial Water Treatment',
    email:
      'venkataraghavan.subramaniam-chakravarthy@very-long-company-name-for-industrial-water-treatment.example',
    domain: 'very-long-company-name-for-industrial-water-treatment.example',
    language: 'en',
  },
  {
    name: 'Alex Kim',
    company: 'Southbay Water District',
    email: 'alex.kim@southbay.example',
    domain: 'southbay.example',
    language: 'en',
  },
];

type Scene = { place: Place; random: Random; members: readonly Member[]; isSample: boolean };

export function buildLeads(count: number, scene: Scene): Prospect[] {
  const known = scene.isSample ? KNOWN.slice(0, count) : [];
  return Array.from({ length: count }, (_, i) => buildLead(known[i] ?? invent(scene.random, i), i, scene));
}

function invent(random: Random, index: number): Person {
  const language = index % 2 === 0 ? 'zh' : 'en';
  const domain = `prospect-${index}.example`;
  return {
    name: personName(random, language),
    company: companyName(random, language).name,
    email: `contact@${domain}`,
    domain,
    language,
  };
}

function buildLead(person: Person, index: number, { place, random, members }: Scene): Prospect {
  const reps = members.filter(({ role, languages }) => role === 'rep' && languages[0] === person.language);
  const owner = elementAt(reps, index);
  const createdAt = place.now - random.int(4, 95) * DAY_MS - random.int(0, DAY_MS);
  const { language, ...known } = person;
  const [id, title] = [idAt(random, createdAt), jobTitle(random, language)];
  const phone = random.chance(0.7) ? phoneOf(random, language) : null;
  const row: LeadRow = {
    ...known,
    wsId: place.wsId,
    id,
    title,
    phone,
    phoneKey: phoneKey(phone) ?? null,
    status: random.weighted(STATUSES),
    source: random.weighted(SOURCES),
    note: random.pick(NOTES[language]),
    ...ownedBy(owner, createdAt),
  };
  return { row, language, owner };
}
