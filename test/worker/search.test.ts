import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Visibility } from '../../shared/access.ts';
import { bodyOf, newWorkspace, type Person } from './setup/tenants.ts';

type Asked = { kinds?: string; limit?: string; cursor?: string };
const search = ({ client }: Person, q: string, asked: Asked = {}) =>
  bodyOf(client.api.v1.search.$get({ query: { q, ...asked } }));
const namesOf = async (person: Person, q: string, asked?: Asked) =>
  (await search(person, q, asked)).names.map(({ name }) => name);
const subjectsOf = async (person: Person, q: string, asked?: Asked) =>
  (await search(person, q, asked)).activities.map(({ subject }) => subject);

async function account(
  { client }: Person,
  name: string,
  extra: { visibility?: Visibility; domains?: string[] } = {},
) {
  const id = uuidv7();
  await bodyOf(client.api.v1.accounts.$post({ json: { id, name, ...extra } }));
  return id;
}

let clock = 1_780_000_000_000;
async function log(
  { client }: Person,
  subject: string,
  extra: { text?: string; visibility?: Visibility } = {},
) {
  clock += 1000;
  const json = { id: uuidv7(), type: 'email' as const, occurredAt: clock, subject, ...extra };
  await bodyOf(client.api.v1.activities.$post({ json }));
}

describe('names', () => {
  test('are found by two characters, by one anywhere, and by the beginning of a word', async () => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    await account(people.ann, '苏州恒川科技有限公司');
    await account(people.ann, 'Beihe Machinery');
    for (const q of ['恒川', '科技', '恒', '司', '恒川科', '苏州 科技']) {
      expect([q, await namesOf(people.ann, q)]).toEqual([q, ['苏州恒川科技有限公司']]);
    }
    for (const q of ['bei', 'MACH', 'machinery b', 'Ｂｅｉｈｅ']) {
      expect([q, await namesOf(people.ann, q)]).toEqual([q, ['Beihe Machinery']]);
    }
    expect(await namesOf(people.ann, '恒州')).toEqual([]);
  });

  test('are found by address, and no account is found by what all addresses end with', async () => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    await account(people.ann, 'Hengchuan', { domains: ['heng-chuan.com.cn'] });
    for (const q of ['heng-chuan.com', 'hengchuan', 'someone@heng-chuan.com.cn']) {
      const isAddressOfSomebody = q.startsWith('someone');
      expect([q, await namesOf(people.ann, q)]).toEqual([q, isAddressOfSomebody ? [] : ['Hengchuan']]);
    }
    expect(await namesOf(people.ann, 'com')).toEqual([]);
    const contact = { id: uuidv7(), name: 'Li', emails: ['li.wen@heng-chuan.com.cn'] };
    await bodyOf(people.ann.client.api.v1.contacts.$post({ json: contact }));
    expect(await namesOf(people.ann, 'li.wen@heng-chuan.com.cn')).toEqual(['Li']);
  });

  test('come with what tells namesakes apart', async () => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    const { client } = people.ann;
    const accountId = await account(people.ann, 'Hengchuan');
    const contact = { id: uuidv7(), name: 'Wang Fang', accountId };
    await bodyOf(client.api.v1.contacts.$post({ json: contact }));
    await bodyOf(client.api.v1.leads.$post({ json: { id: uuidv7(), name: 'Wang Fang', company: 'Beihe' } }));
    expect((await search(people.ann, 'wang')).names).toEqual([
      expect.objectContaining({ kind: 'lead', hint: 'Beihe' }),
      { kind: 'contact', id: contact.id, name: 'Wang Fang', hint: 'Hengchuan', accountId },
    ]);
    expect((await search(people.ann, 'wang', { kinds: 'contact,account' })).names).toHaveLength(1);
  });

  test('are found by those only who may see the record, in its workspace only', async () => {
    const { people } = await newWorkspace({
      teams: ['north', 'south'],
      members: {
        ann: { team: 'north' },
        mate: { team: 'north' },
        south: { team: 'south' },
        boss: { scope: 'all' },
        own: { scope: 'own', team: 'north' },
      },
    });
    const other = await newWorkspace({ members: { eve: { scope: 'all', role: 'admin' } } });
    for (const visibility of ['private', 'team', 'org'] as const) {
      await account(people.ann, `Zeta ${visibility}`, { visibility });
    }
    const seen = async (person: Person) => (await namesOf(person, 'zeta')).map((name) => name.slice(5));
    expect(await seen(people.ann)).toEqual(['org', 'team', 'private']);
    expect(await seen(people.mate)).toEqual(['org', 'team']);
    expect(await seen(people.boss)).toEqual(['org', 'team']);
    expect(await seen(people.south)).toEqual(['org']);
    expect(await seen(people.own)).toEqual([]);
    expect(await seen(other.people.eve)).toEqual([]);
  });
});

describe('activities', () => {
  test('are found by words of subject and text, the last logged first', async () => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    await log(people.ann, 'First', { text: '关于恒川科技的报价单' });
    await log(people.ann, 'Second', { text: 'Quotation for Hengchuan 报价' });
    expect(await subjectsOf(people.ann, '报价')).toEqual(['Second', 'First']);
    expect(await subjectsOf(people.ann, '恒川 报价单')).toEqual(['First']);
    expect(await subjectsOf(people.ann, 'hengchuan quot')).toEqual(['Second']);
    expect(await subjectsOf(people.ann, '川')).toEqual(['First']);
  });

  test('are paged by a cursor, and names come with the first page only', async () => {
    const { people } = await newWorkspace({ members: { ann: {} } });
    await account(people.ann, 'Visit GmbH');
    for (const n of [1, 2, 3, 4, 5]) await log(people.ann, `Visit ${n}`);
    const seen: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(people.ann, 'visit', { limit: '2', ...(cursor && { cursor }) });
      expect(page.names).toHaveLength(cursor ? 0 : 1);
      seen.push(...page.activities.map(({ subject }) => subject));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['Visit 5', 'Visit 4', 'Visit 3', 'Visit 2', 'Visit 1']);
  });

  test('are found by those only who may read them', async () => {
    const { people } = await newWorkspace({
      teams: ['north'],
      members: { ann: { team: 'north' }, mate: { team: 'north' }, boss: { scope: 'all' }, loner: {} },
    });
    await log(people.ann, 'Secret plan', { visibility: 'private' });
    await log(people.ann, 'Team plan', { visibility: 'team' });
    expect(await subjectsOf(people.ann, 'plan')).toEqual(['Team plan', 'Secret plan']);
    expect(await subjectsOf(people.mate, 'plan')).toEqual(['Team plan']);
    expect(await subjectsOf(people.boss, 'plan')).toEqual(['Team plan']);
    expect(await subjectsOf(people.loner, 'plan')).toEqual([]);
  });
});

test.each([
  '"',
  'a" OR (',
  'NEAR(',
  '*',
  'scope:w1',
  'a AND',
  ')',
  '--',
  "';DROP TABLE lead",
  '%',
  '😀',
  '',
  '   ',
  '\u0000',
  '^x',
  '{t}:a',
  'x'.repeat(200),
  '的'.repeat(200),
  'a b '.repeat(50),
])('typing %j cannot fail', async (q) => {
  const { people } = await newWorkspace({ members: { ann: {} } });
  expect(await search(people.ann, q)).toEqual({ names: [], activities: [] });
});
