import { uuidv7 } from 'uuidv7';
import { expect } from 'vitest';
import { Level, Visibility } from '../../../shared/access.ts';
import type { NewActivity } from '../../../shared/activity.ts';
import { bodyOf, newWorkspace, type Person } from '../setup/tenants.ts';
import { edit, feedOf, log, newAccount, newMessageKey, newOpportunity, opened } from './logs.ts';

// One office where two people, each with an account and an opportunity of their own, have logged the same messages in
// every pair of visibilities and levels; and what each reader would learn there that is none of theirs to know.

export type Author = 'ann' | 'bob';
type Kind = { visibility: Visibility; level: Level };
/** `was` = what it was logged as, where it was changed since. */
type Part = Kind & { by: Author; receiptId: string; was?: Kind };
/** One message that two people logged. */
export type Shared = { id: string; n: number; parts: [Part, Part]; gone: Author };

const MEMBERS = {
  ann: { team: 'north' },
  bob: { team: 'south' },
  mate: { team: 'north' },
  stranger: { team: 'north', scope: 'own' },
  member: { team: 'west' },
} as const;
export type Name = keyof typeof MEMBERS;
export const NAMES = Object.keys(MEMBERS) as Name[];

const mayRead = (reader: Name, { by, visibility }: Part): boolean => {
  if (reader === by) return true;
  if (visibility === 'private' || reader === 'stranger') return false;
  return visibility === 'org' || MEMBERS[reader].team === MEMBERS[by].team;
};

/** In every word of one part, and in no other. */
const marker = (by: Author, n: number) => `zz${by}${n}zz`;
const wordOf = ({ by, visibility, level }: Kind & { by: Author }) => `word${by}${visibility}${level}`;
/** The same, said since: it has nothing in common with the word of any log. */
const newWordOf = (part: Kind & { by: Author }) => `new${wordOf(part)}`;

function wordsOf({ by, visibility, level, was }: Omit<Part, 'receiptId'>, n: number) {
  const own = marker(by, n);
  const words = `${own} ${(was ? newWordOf : wordOf)({ by, visibility, level })}`;
  const has = (least: Level) => Level.options.indexOf(level) >= Level.options.indexOf(least);
  return {
    level,
    visibility,
    subject: has('subject') ? `Subject ${words}` : undefined,
    summary: has('summary') ? `Summary ${words}` : undefined,
    text: has('full') ? `Text ${words}` : undefined,
    note: `Note ${own}`,
  };
}

function partOf(by: Author, n: number, kind: Kind) {
  const own = marker(by, n);
  return {
    ...wordsOf({ by, ...kind }, n),
    messageId: `<${own}@mail.example>`,
    pageUrl: `https://mail.example/${own}`,
    attachments: [{ name: `${own}.pdf` }],
    parties: [{ role: 'bcc', name: own, email: `${own}@guest.example` }],
    nextStep: { taskId: uuidv7(), text: `Step ${own}`, dueOn: '2026-12-01' },
  } satisfies Partial<NewActivity>;
}

type Office = {
  people: Record<Name, Person>;
  wsId: number;
  records: Record<Author, { accountId: string; opportunityId: string }>;
};
export let office: Office;
export const shared: Shared[] = [];
const KINDS: Kind[] = Visibility.options.flatMap((visibility) =>
  Level.options.map((level) => ({ visibility, level })),
);

async function recordsOf(people: Record<Name, Person>, by: Author) {
  const accountId = await newAccount(people[by], {
    name: `Account of ${by}`,
    visibility: 'org',
    domains: [`${by}.example`],
  });
  const named = { name: `Opportunity of ${by}`, visibility: 'org' as const };
  return { accountId, opportunityId: await newOpportunity(people[by], accountId, named) };
}

/** `goneOf` says who of each pair will go, or change it. */
export async function openOffice(goneOf: (n: number) => Author, rounds: number): Promise<void> {
  const { people, wsId } = await newWorkspace({ teams: ['north', 'south', 'west'], members: MEMBERS });
  office = {
    people,
    wsId,
    records: { ann: await recordsOf(people, 'ann'), bob: await recordsOf(people, 'bob') },
  };
  for (let round = 0; round < rounds; round++) {
    for (const first of KINDS)
      for (const second of KINDS) await logBoth(goneOf(shared.length), first, second);
  }
}

async function logBoth(gone: Author, first: Kind, second: Kind) {
  const { people, records } = office;
  const n = shared.length;
  const messageKey = newMessageKey();
  const send = async (by: Author, kind: Kind) => {
    const { accountId } = records[by];
    const { nextStep, ...part } = partOf(by, n, kind);
    // A next step on the opportunity would be everybody's who sees the opportunity.
    const filed = n % 2 ? { ...records[by] } : { accountId, nextStep };
    const receipt = await log(people[by], { ...part, ...filed, messageKey });
    return { receipt, part: { by, ...kind, receiptId: receipt.id } };
  };
  const a = await send('ann', first);
  const b = await send('bob', second);
  shared.push({ id: a.receipt.id, n, gone, parts: [a.part, b.part] });
}

/** The one of the two who is `gone` files it otherwise, says it in other words and for other readers. */
export async function changePart({ id, n, parts, gone: by }: Shared): Promise<void> {
  const part = parts.find((one) => one.by === by);
  if (!part) throw new Error('nobody is there to change it');
  const { visibility, level } = part;
  const at = KINDS.findIndex((kind) => kind.visibility === visibility && kind.level === level);
  part.was = { visibility, level };
  Object.assign(part, KINDS[(at + 1 + (n % (KINDS.length - 1))) % KINDS.length]);
  const opportunityId = n % 2 ? null : office.records[by].opportunityId;
  const { subject, summary, text, ...rest } = wordsOf(part, n);
  const words = { ...(subject && { subject }), ...(summary && { summary }), ...(text && { text }) };
  await edit(office.people[by], id, { ...rest, ...words, opportunityId });
}

/** What `json` says of parts that `reader` may not see. */
function foreignIn(json: string, reader: Name, { n, parts }: Pick<Shared, 'n' | 'parts'>, gone?: Author) {
  // What was taken away is nobody's to read, its author's neither.
  const removed = parts.flatMap(({ by, was }) => (was ? [` ${wordOf({ by, ...was })}`] : []));
  const stale = removed
    .filter((words) => json.includes(words))
    .map((words) => `${reader} still reads${words} in ${json}`);
  const foreign = parts
    .filter((part) => part.by === gone || !mayRead(reader, part))
    .flatMap(({ by, visibility, level }) => {
      const userId = office.people[by].userId;
      const signs = [
        marker(by, n),
        `Account of ${by}`,
        `Opportunity of ${by}`,
        `Id":${userId},`,
        `Id":${userId}}`,
      ];
      const met = signs.filter((sign) => json.includes(sign));
      return met.map((sign) => `${reader} meets ${sign} (${visibility}, ${level}) in ${json}`);
    });
  return [...stale, ...foreign];
}

const remaining = ({ parts }: Shared, gone?: Author) => parts.filter(({ by }) => by !== gone);

async function faultsOfRecord(reader: Name, one: Shared, gone?: Author): Promise<string[]> {
  const answer = await opened(office.people[reader], one.id);
  const visible = remaining(one, gone).filter((part) => mayRead(reader, part));
  if (answer.status !== (visible.length > 0 ? 200 : 404)) return [`${reader} is answered ${answer.status}`];
  if (answer.status !== 200) return [];
  const json = JSON.stringify(await answer.json());
  const [only] = visible;
  const wanted = visible.length === 1 && only ? wantedOf(only, one.n) : [];
  const missing = wanted.filter((words) => words !== undefined && !json.includes(words));
  return [
    ...foreignIn(json, reader, one, gone),
    ...missing.map((words) => `${reader} misses ${words} in ${json}`),
  ];
}

function wantedOf(part: Part, n: number): (string | undefined)[] {
  const { by, level, was } = part;
  const { subject, text } = wordsOf(part, n);
  const { messageId, parties } = partOf(by, n, part);
  const isFact = level === 'fact' || was?.level === 'fact';
  return [subject, text, isFact ? undefined : messageId, parties[0]?.email, `Account of ${by}`];
}

async function wholeFeed(reader: Name, query: Parameters<typeof feedOf>[1] = {}) {
  const items: { id: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await feedOf(office.people[reader], { ...query, limit: '100', ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

export type GoneIn = (one: Shared) => Author | undefined;

/** Items of the feed, of search and of the context alike. */
function faultsOfItems(reader: Name, items: readonly { id: string }[], goneIn: GoneIn): string[] {
  const known = new Map(shared.map((one) => [one.id, one]));
  return items.flatMap((item) => {
    const one = known.get(item.id);
    return one ? foreignIn(JSON.stringify(item), reader, one, goneIn(one)) : ['an unknown item'];
  });
}

const standsBy = (by: Author, reader: Name, goneIn: GoneIn) =>
  shared
    .filter((one) => remaining(one, goneIn(one)).some((part) => part.by === by && mayRead(reader, part)))
    .map(({ id }) => id)
    .toSorted();

async function faultsOfLists(reader: Name, goneIn: GoneIn): Promise<string[]> {
  const { client } = office.people[reader];
  const lists = [wholeFeed(reader)];
  for (const by of ['ann', 'bob'] as const) {
    const { accountId, opportunityId } = office.records[by];
    const ofAccount = await wholeFeed(reader, { accountId });
    expect(ofAccount.map(({ id }) => id).toSorted()).toEqual(standsBy(by, reader, goneIn));
    lists.push(Promise.resolve(ofAccount), wholeFeed(reader, { opportunityId }));
    const json = { addresses: [`p@${by}.example`], messageKey: newMessageKey() };
    lists.push(bodyOf(client.api.v1.context.$post({ json })).then(({ recent }) => recent));
  }
  return (await Promise.all(lists)).flatMap((items) => faultsOfItems(reader, items, goneIn));
}

async function faultsOfSearch(reader: Name, goneIn: GoneIn): Promise<string[]> {
  const { client } = office.people[reader];
  const faults: string[] = [];
  const kinds = KINDS.flatMap((kind) => (['ann', 'bob'] as const).map((by) => ({ by, ...kind })));
  for (const kind of kinds) {
    const mayStand = new Set(standsBy(kind.by, reader, goneIn));
    for (const word of [wordOf(kind), newWordOf(kind)]) {
      const isNew = word === newWordOf(kind);
      const query = { q: word, limit: '50' } as never;
      const { activities } = await bodyOf(client.api.v1.search.$get({ query }));
      const hits = activities.filter(({ id }) => !mayStand.has(id) || isChanged(id, kind.by) !== isNew);
      faults.push(...hits.map(({ id }) => `${reader} finds ${id} by ${word}`));
      faults.push(...faultsOfItems(reader, activities, goneIn));
    }
  }
  return faults;
}

const isChanged = (id: string, author: Author): boolean =>
  shared.some((one) => one.id === id && one.parts.some(({ by, was }) => by === author && was));

export async function faultsFor(reader: Name, goneIn: GoneIn): Promise<string[]> {
  const faults = [...(await faultsOfLists(reader, goneIn)), ...(await faultsOfSearch(reader, goneIn))];
  for (const one of shared) faults.push(...(await faultsOfRecord(reader, one, goneIn(one))));
  return faults;
}
