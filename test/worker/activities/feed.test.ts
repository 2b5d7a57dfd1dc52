import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { expect, test } from 'vitest';
import { account } from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';
import { newWorkspace, type Person, refusal } from '../setup/tenants.ts';
import { feedOf, log, newAccount, newOpportunity, open, opened } from './logs.ts';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 9, 1);

const company = async () => {
  const { people, teams, wsId } = await newWorkspace({
    teams: ['north', 'south'],
    members: {
      ann: { team: 'north' },
      bob: { team: 'north' },
      solo: { team: 'north', scope: 'own' },
      cleo: { team: 'south' },
      head: { role: 'manager', scope: 'team', manages: ['north', 'south'] },
      boss: { role: 'admin', scope: 'all' },
    },
    timeZone: 'Asia/Shanghai',
  });
  return { ...people, teams, wsId };
};

const idsOf = async (...asked: Parameters<typeof feedOf>) =>
  (await feedOf(...asked)).items.map(({ id }) => id);

async function walk(person: Person, query: Parameters<typeof feedOf>[1]): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await feedOf(person, { ...query, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  return seen;
}

test('everybody’s feed holds what is theirs or shown to their audience, and nothing else', async () => {
  const { ann, bob, solo, cleo, head, boss } = await company();
  const mine = await log(ann, { visibility: 'private', occurredAt: start });
  const ours = await log(ann, { visibility: 'team', occurredAt: start + HOUR });
  const all = await log(ann, { visibility: 'org', occurredAt: start + 2 * HOUR });
  const south = await log(cleo, { visibility: 'team', occurredAt: start + 3 * HOUR });
  const feeds = await Promise.all([ann, bob, solo, cleo, head, boss].map((person) => idsOf(person)));
  expect(feeds).toEqual([
    [all.id, ours.id, mine.id],
    [all.id, ours.id],
    [],
    [south.id, all.id],
    [south.id, all.id, ours.id],
    [south.id, all.id, ours.id],
  ]);
  expect(await refusal(opened(boss, mine.id))).toEqual({ status: 404, code: 'not_found' });
});

test('pages follow each other without gap or double, also where times are equal and keys many', async () => {
  const { ann, cleo, head, boss } = await company();
  const written: string[] = [];
  for (let i = 0; i < 23; i++) {
    const by = i % 3 === 0 ? cleo : ann;
    const { id } = await log(by, {
      occurredAt: start + Math.floor(i / 4) * HOUR,
      visibility: i % 2 ? 'team' : 'org',
      type: i % 5 === 0 ? 'call' : 'note',
    });
    written.push(id);
  }
  const whole = await idsOf(boss, { limit: '100' });
  expect(whole.toSorted()).toEqual(written.toSorted());
  for (const person of [boss, head]) {
    for (const limit of ['1', '4', '7', '23']) expect(await walk(person, { limit })).toEqual(whole);
  }
  const calls = (await feedOf(boss, { limit: '100' })).items.filter(({ type }) => type === 'call');
  expect(await walk(head, { type: 'call', limit: '2' })).toEqual(calls.map(({ id }) => id));
});

test('filters by person, account, opportunity and day, alone and together', async () => {
  const { ann, bob, boss } = await company();
  const [accountId, otherAccount] = [await newAccount(ann), await newAccount(ann)];
  const opportunityId = await newOpportunity(ann, accountId);
  const a = await log(ann, { opportunityId, occurredAt: start, type: 'call' });
  const b = await log(bob, { accountId, occurredAt: start + 30 * HOUR });
  const c = await log(bob, { accountId: otherAccount, occurredAt: start + 60 * HOUR });
  const by = (person: Person) => ({ person: String(person.userId) });
  expect(await idsOf(boss, by(bob))).toEqual([c.id, b.id]);
  expect(await idsOf(bob, by(bob))).toEqual([c.id, b.id]);
  expect(await idsOf(ann, by(bob))).toEqual([c.id, b.id]);
  expect(await idsOf(boss, { accountId })).toEqual([b.id, a.id]);
  expect(await idsOf(boss, { opportunityId })).toEqual([a.id]);
  expect(await idsOf(boss, { ...by(bob), accountId })).toEqual([b.id]);
  expect(await idsOf(bob, { ...by(bob), accountId })).toEqual([b.id]);
  expect(await idsOf(boss, { ...by(ann), accountId, opportunityId, type: 'call' })).toEqual([a.id]);
  expect(await idsOf(boss, { opportunityId, accountId: otherAccount })).toEqual([]);
  // 1 October 00:00 UTC is 08:00 in Shanghai, thirty hours later it is the 2nd, sixty hours later the 3rd.
  expect(await idsOf(boss, { from: '2026-10-02', to: '2026-10-02' })).toEqual([b.id]);
  expect(await idsOf(boss, { to: '2026-10-01' })).toEqual([a.id]);
  expect(await walk(boss, { from: '2026-10-02', limit: '1' })).toEqual([c.id, b.id]);
});

test('an activity is no way around the visibility of the records it points at', async () => {
  const { ann, bob, wsId } = await company();
  const accountId = await newAccount(ann);
  const opportunityId = await newOpportunity(ann, accountId, { visibility: 'private' });
  const { id } = await log(ann, { opportunityId });
  const shard = drizzle(testEnv.SHARD_0);
  await shard.update(account).set({ visibility: 'private', audience: 'x' }).where(eq(account.wsId, wsId));
  const [item] = (await feedOf(bob)).items;
  expect(item?.id).toBe(id);
  expect([item?.account, item?.opportunity]).toEqual([undefined, undefined]);
  expect((await feedOf(ann)).items[0]).toMatchObject({
    account: { name: 'Hengchuan' },
    opportunity: { name: 'Line 3' },
  });
});

const HEADERS = ['subject', 'messageId', 'pageUrl', 'attachments'];

test.each([
  ['fact', [], undefined],
  ['subject', HEADERS, undefined],
  ['summary', [...HEADERS, 'summary'], 'Hurry.'],
  ['full', [...HEADERS, 'summary', 'text'], 'Whole text.'],
] as const)('a log of level %s keeps %j', async (level, fields, snippet) => {
  const { ann, bob } = await company();
  const carried = level === 'full' ? { text: 'Whole text.' } : {};
  const { id } = await log(ann, {
    level,
    ...carried,
    ...((level === 'summary' || level === 'full') && { summary: 'Hurry.' }),
    messageId: '<1@a.example>',
    pageUrl: 'https://a.example/',
    attachments: [{ name: 'offer.pdf' }],
  });
  for (const reader of [ann, bob]) {
    const { subject, messageId, pageUrl, attachments, summary, text, ...seen } = await open(reader, id);
    const said = { subject, messageId, pageUrl, attachments: attachments[0], summary, text };
    expect(Object.entries(said).flatMap(([name, value]) => (value ? [name] : []))).toEqual(fields);
    expect([seen.snippet, seen.attachmentCount]).toEqual([snippet, level === 'fact' ? 0 : 1]);
  }
});
