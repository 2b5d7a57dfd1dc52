import { expect, test } from 'vitest';
import { filedUnder, filingChange, refiled } from '../../../extension/activities/move/filing.ts';
import { changeOf, lossesAt, ownPart } from '../../../extension/activities/record/own-part.ts';
import type { Activity, NewActivity } from '../../../shared/activity.ts';
import { idOf, me } from '../activities/samples.ts';
import { activityOf } from './samples.ts';

const account = { id: idOf(1), name: 'Hengchuan' };
const other = { id: idOf(2), name: 'Chengjiang' };
const opportunity = { id: idOf(3), name: 'Line 2' };
const contact = { id: idOf(4), name: 'Wang' };

test('one’s own part is what is shown, or where another’s is shown what is told apart', () => {
  expect(ownPart(activityOf(), me)).toMatchObject({ text: 'The turbine.', level: 'full', note: 'Ask.' });
  const shared = activityOf({ own: { subject: 'Gear', account: other } });
  expect(ownPart(shared, me)).toMatchObject({
    ...{ subject: 'Gear', text: null, summary: null, accountId: other.id },
  });
});

test('who has no part, or may only read, has nothing to change', () => {
  const foreign: Activity = activityOf({
    contributions: [{ userId: 8, level: 'full', visibility: 'team', loggedAt: 1 }],
  });
  expect(ownPart(foreign, me)).toBeUndefined();
  const reader = { ...me, user: { ...me.user, role: 'read_only' as const } };
  expect(ownPart(activityOf(), reader)).toBeUndefined();
});

test('a change names what is said otherwise, and leaves to the level what it takes away', () => {
  const part = ownPart(activityOf(), me);
  if (!part) throw new Error('no part');
  expect(changeOf(part, part)).toEqual({});
  expect(changeOf(part, { ...part, outcome: 'positive', note: null })).toEqual({
    ...{ outcome: 'positive', note: null },
  });
  expect(changeOf(part, { ...part, level: 'subject', text: 'Other', subject: 'Gear' })).toEqual({
    ...{ level: 'subject', subject: 'Gear' },
  });
});

test('a lower level names what would be gone, and only what is there', () => {
  const activity = activityOf({ attachments: [{ name: 'a.pdf' }], pageUrl: 'https://a.example/' });
  const part = ownPart(activity, me);
  if (!part) throw new Error('no part');
  expect(lossesAt('full', part, activity)).toEqual([]);
  expect(lossesAt('subject', part, activity)).toEqual(['text', 'summary']);
  expect(lossesAt('fact', part, activity)).toEqual(['text', 'summary', 'subject', 'attachments', 'link']);
  expect(lossesAt('fact', { ...part, summary: null }, activityOf())).toEqual(['text', 'subject']);
});

test('within an account the person stays; with another account the person goes', () => {
  const from = { account, opportunity, contact };
  expect(filingChange(from, { account })).toEqual({
    ...{ accountId: account.id, contactId: contact.id, leadId: null, opportunityId: null },
  });
  expect(filingChange(from, { account: other })).toMatchObject({ accountId: other.id, contactId: null });
  const back = filingChange(
    { account: other },
    filedUnder(activityOf({ account, opportunity: { ...opportunity, amountMinor: 1, currency: 'EUR' } }), 7),
  );
  expect(back).toEqual({
    ...{ accountId: account.id, contactId: contact.id, leadId: null, opportunityId: opportunity.id },
  });
});

test('an unsent log that goes elsewhere creates nothing for the wrong place', () => {
  const payload: NewActivity = {
    ...{ id: idOf(9), type: 'email', occurredAt: 1, accountId: account.id, contactId: contact.id },
    parties: [{ role: 'from', email: 'w@a.example', contactId: contact.id }],
    create: {
      account: { id: account.id, name: 'Hengchuan' },
      contact: { id: contact.id, name: 'Wang', accountId: account.id },
    },
  };
  const moved = refiled(payload, { account: other });
  expect(moved).toEqual({
    ...{ id: idOf(9), type: 'email', occurredAt: 1, accountId: other.id },
    parties: [{ role: 'from', email: 'w@a.example' }],
  });
  expect(refiled(payload, { account, opportunity })).toEqual({ ...payload, opportunityId: opportunity.id });
});
