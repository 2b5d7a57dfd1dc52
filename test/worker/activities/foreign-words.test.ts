import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { Level, Visibility } from '../../../shared/access.ts';
import type { NewActivity } from '../../../shared/activity.ts';
import { bodyOf, newWorkspace, type Person } from '../setup/tenants.ts';
import { contradictionsIn } from './consistency.ts';
import { feedOf, log, newAccount, newMessageKey, newOpportunity, opened, undo } from './logs.ts';

type Author = 'ann' | 'bob';
type Kind = { visibility: Visibility; level: Level };
type Part = Kind & { by: Author; receiptId: string };
/** One message that two people logged; `gone` is the one who takes it back. */
type Shared = { id: string; n: number; parts: [Part, Part]; gone: Author };

const MEMBERS = {
  ann: { team: 'north' },
  bob: { team: 'south' },
  mate: { team: 'north' },
  stranger: { team: 'north', scope: 'own' },
  member: { team: 'west' },
} as const;
type Name = keyof typeof MEMBERS;
const NAMES = Object.keys(MEMBERS) as Name[];

const mayRead = (reader: Name, { by, visibility }: Part): boolean => {
  if (reader === by) return true;
  if (visibility === 'private' || reader === 'stranger') return false;
  return visibility === 'org' || MEMBERS[reader].team === MEMBERS[by].team;
};

/** In every word of one part, and in no other. */
const marker = (by: Author, n: number) => `zz${by}${n}zz`;
const wordOf = ({ by, visibility, level }: Omit<Part, 'receiptId'>) => `word${by}${visibility}${level}`;

function partOf(by: Author, n: number, { visibility, level }: Kind) {
  const own = marker(by, n);
  const words = `${own} ${wordOf({ by, visibility, level })}`;
  const has = (least: Level) => Level.options.indexOf(level) >= Level.options.indexOf(least);
  return {
    level,
    visibility,
    subject: has('subject') ? `Subject ${words}` : undefined,
    summary: has('summary') ? `Summary ${words}` : undefined,
    text: has('full') ? `Text ${words}` : undefined,
    note: `Note ${own}`,
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
let office: Office;
const shared: Shared[] = [];

async function recordsOf(people: Record<Name, Person>, by: Author) {
  const accountId = await newAccount(people[by], {
    name: `Account of ${by}`,
    visibility: 'org',
    domains: [`${by}.example`],
  });
  const named = { name: `Opportunity of ${by}`, visibility: 'org' as const };
  return { accountId, opportunityId: await newOpportunity(people[by], accountId, named) };
}

beforeAll(async () => {
  const { people, wsId } = await newWorkspace({ teams: ['north', 'south', 'west'], members: MEMBERS });
  const records = { ann: await recordsOf(people, 'ann'), bob: await recordsOf(people, 'bob') };
  office = { people, wsId, records };
  const parts = Visibility.options.flatMap((visibility) =>
    Level.options.map((level) => ({ visibility, level })),
  );
  for (const gone of ['ann', 'bob'] as const) {
    for (const first of parts) for (const second of parts) await logBoth(gone, first, second);
  }
}, 120_000);

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

/** What `json` says of parts that `reader` may not see. */
function foreignIn(json: string, reader: Name, { n, parts }: Pick<Shared, 'n' | 'parts'>, gone?: Author) {
  return parts
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
}

const remaining = ({ parts }: Shared, gone?: Author) => parts.filter(({ by }) => by !== gone);

async function faultsOfRecord(reader: Name, one: Shared, gone?: Author): Promise<string[]> {
  const answer = await opened(office.people[reader], one.id);
  const visible = remaining(one, gone).filter((part) => mayRead(reader, part));
  if (answer.status !== (visible.length > 0 ? 200 : 404)) return [`${reader} is answered ${answer.status}`];
  if (answer.status !== 200) return [];
  const json = JSON.stringify(await answer.json());
  const [only] = visible;
  const said = visible.length === 1 && only ? partOf(only.by, one.n, only) : undefined;
  const isFact = only?.level === 'fact';
  const wanted = said
    ? [
        said.subject,
        said.text,
        isFact ? undefined : said.messageId,
        said.parties[0]?.email,
        `Account of ${only?.by}`,
      ]
    : [];
  const missing = wanted.filter((words) => words !== undefined && !json.includes(words));
  return [
    ...foreignIn(json, reader, one, gone),
    ...missing.map((words) => `${reader} misses ${words} in ${json}`),
  ];
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

type GoneIn = (one: Shared) => Author | undefined;

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
  const kinds = Visibility.options.flatMap((visibility) =>
    Level.options.flatMap((level) => (['ann', 'bob'] as const).map((by) => ({ by, visibility, level }))),
  );
  for (const kind of kinds) {
    const query = { q: wordOf(kind), limit: '50' } as never;
    const { activities } = await bodyOf(client.api.v1.search.$get({ query }));
    const allowed = new Set(standsBy(kind.by, reader, goneIn));
    const hits = activities.filter(({ id }) => !allowed.has(id));
    faults.push(...hits.map(({ id }) => `${reader} finds ${id} by ${wordOf(kind)}`));
    faults.push(...faultsOfItems(reader, activities, goneIn));
  }
  return faults;
}

async function faultsFor(reader: Name, goneIn: GoneIn): Promise<string[]> {
  const faults = [...(await faultsOfLists(reader, goneIn)), ...(await faultsOfSearch(reader, goneIn))];
  for (const one of shared) faults.push(...(await faultsOfRecord(reader, one, goneIn(one))));
  return faults;
}

describe('of two people’s parts, in every pair of visibilities and levels, a reader learns nothing foreign', () => {
  test.each(NAMES)(
    '%s, while both stand',
    async (reader) => {
      expect(await faultsFor(reader, () => undefined)).toEqual([]);
    },
    60_000,
  );

  describe('after one of the two took theirs back', () => {
    beforeAll(async () => {
      for (const { parts, gone } of shared) {
        const part = parts.find(({ by }) => by === gone);
        if (part) await undo(office.people[gone], part.receiptId);
      }
    }, 60_000);

    test.each(NAMES)(
      '%s',
      async (reader) => {
        expect(await faultsFor(reader, ({ gone }) => gone)).toEqual([]);
      },
      60_000,
    );

    test('what is stored agrees', async () => {
      expect(await contradictionsIn(office.wsId)).toEqual([]);
    }, 60_000);
  });
});
