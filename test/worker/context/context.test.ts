import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { Context, ContextQuery } from '../../../shared/context.ts';
import { log, newAccount, newContact, newMessageKey, newOpportunity, undo } from '../activities/logs.ts';
import { bodyOf, newWorkspace, type Person, refusal } from '../setup/tenants.ts';

const team = async () => {
  const { people } = await newWorkspace({
    teams: ['north', 'south'],
    members: {
      ann: { team: 'north', email: 'ann@ours.example' },
      bob: { team: 'north', email: 'bob@ours.example' },
      cleo: { team: 'south' },
    },
  });
  return people;
};

const context = ({ client }: Person, json: ContextQuery): Promise<Context> =>
  bodyOf<Context>(client.api.v1.context.$post({ json }));

/** Accounts as `name reason value`, and whether the first may be preselected. */
const accountsOf = async (person: Person, query: ContextQuery) => {
  const { accounts, isCertain } = await context(person, query);
  return [accounts.map(({ account, reason, value }) => `${account.name} ${reason} ${value}`), isCertain];
};

describe('which account a page belongs to', () => {
  test('a known address decides, whatever its domain', async () => {
    const { ann } = await team();
    const accountId = await newAccount(ann, { domains: ['other.example'] });
    const id = await newContact(ann, { accountId, emails: ['li@qq.com'] });
    const answer = await context(ann, { addresses: ['LI@qq.com', 'someone@nowhere.example'] });
    expect(answer.contacts).toEqual([{ id, name: 'Li Wei', accountId, email: 'li@qq.com' }]);
    expect(await accountsOf(ann, { addresses: ['LI@qq.com'] })).toEqual([
      ['Hengchuan email li@qq.com'],
      true,
    ]);
  });

  test('an unknown address decides by its domain, the narrower one first', async () => {
    const { ann } = await team();
    await newAccount(ann, { name: 'Group', domains: ['hengchuan.com.cn'] });
    await newAccount(ann, { name: 'North', domains: ['north.hengchuan.com.cn'] });
    expect(await accountsOf(ann, { addresses: ['li@mail.hengchuan.com.cn'] })).toEqual([
      ['Group domain hengchuan.com.cn'],
      true,
    ]);
    expect(await accountsOf(ann, { addresses: ['li@north.hengchuan.com.cn'] })).toEqual([
      ['North domain north.hengchuan.com.cn'],
      true,
    ]);
  });

  test('free mail never does, even where an account claims its domain', async () => {
    const { ann } = await team();
    await newAccount(ann, { domains: ['qq.com', '163.com', 'gmail.com'] });
    for (const address of ['li@qq.com', 'li@vip.163.com', 'li@gmail.com']) {
      expect(await accountsOf(ann, { addresses: [address] })).toEqual([[], false]);
    }
    expect(await accountsOf(ann, { pageHost: 'mail.qq.com' })).toEqual([[], false]);
  });

  test('a domain of several accounts offers them, and none is certain', async () => {
    const { ann } = await team();
    await newAccount(ann, { name: 'One', domains: ['group.example'] });
    await newAccount(ann, { name: 'Two', domains: ['group.example'] });
    expect(await accountsOf(ann, { addresses: ['li@group.example'] })).toEqual([
      ['One shared_domain group.example', 'Two shared_domain group.example'],
      false,
    ]);
  });

  test.each([
    ['li@mail.hengchuan.com.cn', 'hengchuan.com.cn'],
    ['li@vip.163.com', undefined],
    ['li@[192.0.2.1]', undefined],
  ])('the registrable domain of %s is %s', async (address, domain) => {
    const { ann } = await team();
    const answer = await context(ann, { addresses: [address, 'someone@nowhere.example'] });
    expect(answer.domain).toBe(domain);
  });

  test('an address of two contacts at two accounts is not certain', async () => {
    const { ann } = await team();
    const [one, two] = [await newAccount(ann, { name: 'One' }), await newAccount(ann, { name: 'Two' })];
    await newContact(ann, { accountId: one, emails: ['li@x.example'] });
    await newContact(ann, { accountId: two, emails: ['li@x.example'] });
    const [names, isCertain] = await accountsOf(ann, { addresses: ['li@x.example'] });
    expect([(names as string[]).toSorted(), isCertain]).toEqual([
      ['One email li@x.example', 'Two email li@x.example'],
      false,
    ]);
  });

  test('only the counterpart makes it certain, not somebody in copy', async () => {
    const { ann } = await team();
    const accountId = await newAccount(ann);
    await newContact(ann, { accountId, emails: ['li@x.example'] });
    expect(await accountsOf(ann, { addresses: ['new@y.example', 'li@x.example'] })).toEqual([
      ['Hengchuan email li@x.example'],
      false,
    ]);
    expect(await accountsOf(ann, { addresses: ['bob@ours.example', 'li@x.example'] })).toEqual([
      ['Hengchuan email li@x.example'],
      true,
    ]);
  });

  test('colleagues are told apart, and the workspace’s own domain is no customer’s', async () => {
    const { ann, bob } = await team();
    const accountId = await newAccount(ann, { domains: ['ours.example'] });
    await newContact(ann, { accountId, emails: ['bob@ours.example'] });
    const answer = await context(ann, { addresses: ['bob@ours.example', 'office@ours.example'] });
    expect(answer.colleagues).toEqual([{ userId: bob.userId, email: 'bob@ours.example' }]);
    expect([answer.accounts, answer.contacts]).toEqual([[], []]);
  });

  test('a page is matched by its host', async () => {
    const { ann } = await team();
    await newAccount(ann, { domains: ['hengchuan.example'] });
    expect(await accountsOf(ann, { pageHost: 'www.hengchuan.example' })).toEqual([
      ['Hengchuan page_domain hengchuan.example'],
      true,
    ]);
  });
});

describe('only what the reader may see', () => {
  test('hidden accounts, contacts and leads are not matched', async () => {
    const { ann, bob } = await team();
    const visibility = 'private' as const;
    const accountId = await newAccount(ann, { domains: ['x.example'], visibility });
    await newContact(ann, { accountId, emails: ['li@x.example'], visibility });
    const lead = { id: uuidv7(), name: 'Wu', email: 'wu@x.example', visibility };
    await bodyOf(ann.client.api.v1.leads.$post({ json: lead }));
    const query = { addresses: ['li@x.example', 'wu@x.example'] };
    expect((await context(ann, query)).leads).toMatchObject([{ name: 'Wu', email: 'wu@x.example' }]);
    expect(await context(bob, query)).toMatchObject({
      accounts: [],
      contacts: [],
      leads: [],
      isCertain: false,
    });
  });

  test('a contact at a hidden account is known, without the account', async () => {
    const { ann, bob } = await team();
    const accountId = await newAccount(ann, { visibility: 'private' });
    await newContact(ann, { accountId, emails: ['li@x.example'] });
    const answer = await context(bob, { addresses: ['li@x.example'] });
    expect(answer.contacts).toMatchObject([{ name: 'Li Wei' }]);
    expect(answer.contacts[0]).not.toHaveProperty('accountId');
    expect(answer.accounts).toEqual([]);
  });

  test('“already logged” shows the contributions that are visible, and nothing where none is', async () => {
    const { ann, bob, cleo } = await team();
    const messageKey = newMessageKey();
    expect((await context(ann, { messageKey })).logged).toBeUndefined();
    const first = await log(ann, { messageKey, visibility: 'private' });
    expect((await context(ann, { messageKey })).logged).toMatchObject({
      activityId: first.id,
      byMe: true,
      by: [{ userId: ann.userId }],
    });
    expect((await context(bob, { messageKey })).logged).toBeUndefined();
    await log(bob, { messageKey, visibility: 'team' });
    expect((await context(ann, { messageKey })).logged?.by.map(({ userId }) => userId)).toEqual([
      ann.userId,
      bob.userId,
    ]);
    expect((await context(cleo, { messageKey })).logged).toBeUndefined();
    await undo(ann, first.id);
    expect((await context(ann, { messageKey })).logged).toMatchObject({
      byMe: false,
      by: [{ userId: bob.userId }],
    });
  });
});

test('the matched account’s opportunities, activities and tasks come along', async () => {
  const { ann, bob } = await team();
  const accountId = await newAccount(ann, { domains: ['x.example'] });
  const elsewhere = await newAccount(ann);
  await newOpportunity(ann, elsewhere);
  const open = [
    await newOpportunity(bob, accountId, { name: 'No step' }),
    await newOpportunity(bob, accountId, { name: 'Late', nextStep: 'Call', nextStepOn: '2026-12-24' }),
    await newOpportunity(bob, accountId, { name: 'Soon', nextStep: 'Visit', nextStepOn: '2026-12-01' }),
  ];
  await newOpportunity(bob, accountId, { name: 'Hidden', visibility: 'private' });
  const logs: string[] = [];
  for (let i = 0; i < 7; i++) {
    const nextStep = { taskId: uuidv7(), text: `Task ${i}`, dueOn: `2026-12-0${7 - i}` };
    const { id } = await log(bob, {
      accountId,
      occurredAt: Date.UTC(2026, 9, 1 + i),
      ...(i < 2 && { nextStep }),
    });
    logs.unshift(id);
  }
  await log(bob, { accountId, visibility: 'private' });
  const answer = await context(ann, { addresses: ['new@x.example'] });
  expect(answer.opportunities.map(({ id, name, accountName }) => [id, name, accountName])).toEqual([
    [open[2], 'Soon', 'Hengchuan'],
    [open[1], 'Late', 'Hengchuan'],
    [open[0], 'No step', 'Hengchuan'],
  ]);
  expect(answer.recent.map(({ id }) => id)).toEqual(logs.slice(0, 5));
  expect(answer.tasks.map(({ title }) => title)).toEqual(['Task 1', 'Task 0']);
});

test('what is planned at an opportunity is its next step, and no second time a task of the account', async () => {
  const { ann } = await team();
  const accountId = await newAccount(ann, { domains: ['y.example'] });
  const opportunityId = await newOpportunity(ann, accountId);
  const step = { text: 'Visit', dueOn: '2026-12-01' };
  await log(ann, { opportunityId, nextStep: { taskId: uuidv7(), ...step } });
  const answer = await context(ann, { addresses: ['new@y.example'] });
  expect(answer.opportunities).toMatchObject([{ nextStep: 'Visit', nextStepOn: '2026-12-01' }]);
  expect(answer.tasks).toEqual([]);
});

test('more than fifty addresses and what is no address are refused; nothing at all is fine', async () => {
  const { ann } = await team();
  const many = Array.from({ length: 51 }, (_, i) => `p${i}@x.example`);
  for (const addresses of [many, ['not an address']]) {
    const answer = await refusal(ann.client.api.v1.context.$post({ json: { addresses } }));
    expect(answer).toMatchObject({ status: 400, code: 'invalid' });
  }
  expect(await context(ann, {})).toMatchObject({ accounts: [], isCertain: false, recent: [] });
});
