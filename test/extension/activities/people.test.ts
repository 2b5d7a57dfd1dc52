import { expect, test } from 'vitest';
import {
  addressesToMatch,
  counterpartOf,
  directionOf,
  isUnreadable,
  partiesOf,
  peopleOf,
} from '../../../extension/activities/people.ts';
import type { Address } from '../../../shared/capture.ts';
import { idOf, ME, mailOf, me, WANG, ZHOU } from './samples.ts';

const people = (from: Address | undefined, to: Address[], cc: Address[] = []) =>
  peopleOf(mailOf({ from, to, cc }), me);

test.each([
  ['from outside to me', 'inbound', WANG, [ME]],
  ['from outside to a colleague', 'inbound', WANG, [ZHOU]],
  ['from me to outside', 'outbound', ME, [WANG]],
  ['from a colleague to outside and me', 'outbound', ZHOU, [WANG, ME]],
  ['from me to a colleague', 'internal', ME, [ZHOU]],
  ['from our domain to me', 'internal', { email: 'office@northfield.example' }, [ME]],
  ['from our domain to outside', 'outbound', { email: 'office@northfield.example' }, [WANG]],
  ['from me to nobody named', 'outbound', ME, []],
  ['from me to an address that does not parse', 'outbound', ME, [{ email: 'not an address' }]],
  ['without a sender', undefined, undefined, [ME]],
  ['from a name without address', undefined, { name: '王建国' }, [ME]],
])('a mail %s has the direction %s', (_case, direction, from, to) => {
  expect(directionOf(people(from, to))).toBe(direction);
});

test('own and colleagues’ addresses are recognised whatever their case', () => {
  const [from, to, cc] = people(WANG, [ME], [ZHOU]);
  expect(from).toMatchObject({ role: 'from', isMe: false, email: 'wangjg@hengchuan.example' });
  expect(from?.userId).toBeUndefined();
  expect(to).toMatchObject({ role: 'to', isMe: true, userId: 7 });
  expect(cc).toMatchObject({ role: 'cc', isMe: false, userId: 8 });
});

test('an address that does not parse is shown and left out of the log', () => {
  const all = people(WANG, [{ name: 'Team', email: 'team at hengchuan' }, ME]);
  expect(all.filter(isUnreadable)).toMatchObject([{ name: 'Team', written: 'team at hengchuan' }]);
  expect(partiesOf(all).map(({ email }) => email)).toEqual([
    'wangjg@hengchuan.example',
    'min.li@northfield.example',
  ]);
});

test('a name that only repeats the address is no name', () => {
  const [from] = people({ name: 'a@b.example', email: 'a@b.example' }, []);
  expect(from).not.toHaveProperty('name');
});

test.each([
  ['a@xn--hngchuan-n4a.example', 'xn--hngchuan-n4a.example'],
  ['a@h\u0435ngchuan.example', 'xn--hngchuan-c8g.example'],
  ['a@hengchuan.example', undefined],
])('%s carries the ASCII of a domain that could be mistaken: %s', (email, ascii) => {
  expect(people({ email }, [])[0]?.asciiDomain).toBe(ascii);
});

test.each([
  ['manager@example.test', 'w.zhang@fast-payments.example', true],
  ['Priya Raman <priya.raman@harborlabs.example>', 'priya.raman@harborlabs-us.example', true],
  ['Priya (Priya.Raman@harborlabs.example)', 'priya.raman@harborlabs.example', undefined],
  ['Priya Raman', 'priya.raman@harborlabs.example', undefined],
])('the name %s on %s shows a false address: %s', (name, email, isFalse) => {
  expect(people({ name, email }, [])[0]?.isNameFalse).toBe(isFalse);
});

test('the same address twice in a role is one person, in two roles it is two', () => {
  expect(people(ME, [WANG, WANG], [WANG]).map(({ role }) => role)).toEqual(['from', 'to', 'cc']);
});

test('the server is asked about people outside, the sender first, then where replies go', () => {
  const all = people(WANG, [ME, { email: 'zhao@hengchuan.example' }, { email: 'broken@' }], [ZHOU]);
  expect(addressesToMatch(all, [{ email: 'sales@hengchuan.example' }, ME, {}])).toEqual([
    'wangjg@hengchuan.example',
    'sales@hengchuan.example',
    'zhao@hengchuan.example',
  ]);
});

test('at a free mail domain that a member uses, others are still outside', () => {
  const free = { ...me, members: [...me.members, { id: 10, name: 'Tom', email: 'tom@gmail.com' }] };
  const [from] = peopleOf(mailOf({ from: { email: 'someone@gmail.com' } }), free);
  expect(from?.isInside).toBe(false);
});

test('at most 50 addresses are asked about', () => {
  const many = Array.from({ length: 80 }, (_, i) => ({ email: `p${i}@x.example` }));
  expect(addressesToMatch(people(ME, many), [])).toHaveLength(50);
});

test('of a mail that we sent the first recipient outside is the counterpart', () => {
  expect(counterpartOf(people(ME, [ZHOU, WANG]))?.email).toBe('wangjg@hengchuan.example');
});

test('the contact is named on the counterpart only', () => {
  const parties = partiesOf(people(WANG, [ME]), { contactId: idOf(5) });
  expect(parties.map(({ contactId }) => contactId)).toEqual([idOf(5), undefined]);
});

test('at most 200 people go along', () => {
  const many = Array.from({ length: 300 }, (_, i) => ({ email: `p${i}@x.example` }));
  expect(partiesOf(people(WANG, many))).toHaveLength(200);
});
