import { expect, test } from 'vitest';
import * as store from '../../../extension/outbox/store.ts';
import { Device, OTHER, REP } from './device.ts';

test('a record is delivered with the exact body that was saved, and its text leaves the device', async () => {
  const device = new Device();
  const { id, payload } = await device.save('报价单 📎');
  await device.sender().wake();
  expect(device.wire.accepted.get(id)).toBe(payload);
  expect(await device.records()).toMatchObject([{ id, state: 'delivered', payload: '', recordId: id }]);
});

test('one record is one request, at most four at a time, oldest first', async () => {
  const device = new Device();
  const saved = [];
  for (let i = 0; i < 9; i++) saved.push((await device.save(`mail ${i}`)).id);
  device.wire.gate = new Promise((resolve) => setTimeout(resolve, 30));
  await device.sender().wake();
  expect(device.wire.log.map(({ id }) => id)).toEqual(saved);
  expect(device.wire.most).toBe(4);
});

test('two senders that wake together send every record once', async () => {
  const device = new Device();
  for (let i = 0; i < 20; i++) await device.save();
  await Promise.all([device.sender().wake(), device.sender().wake()]);
  expect(device.wire.log).toHaveLength(20);
});

test('what is saved while another context sends is sent by the one that waits behind it', async () => {
  const device = new Device();
  await device.save();
  let open = () => {};
  device.wire.gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = device.sender().wake();
  await expect.poll(() => device.wire.log.length).toBe(1);
  await device.save();
  const second = device.sender().wake();
  await new Promise((resolve) => setTimeout(resolve, 30));
  open();
  await Promise.all([first, second]);
  expect(device.wire.accepted.size).toBe(2);
  // Nobody took what was under way for the work of a sender that had died.
  expect(device.wire.log).toHaveLength(2);
});

test('an answer that got lost is asked for again, with the same body', async () => {
  const device = new Device();
  const { id } = await device.save();
  device.wire.plan = ['lost_answer'];
  await device.sender().wake();
  expect(await device.states()).toEqual(['activity waiting']);
  device.now += 60_000;
  await device.sender().wake();
  expect(device.wire.log.map((sent) => sent.id)).toEqual([id, id]);
  expect(await device.states()).toEqual(['activity delivered']);
});

test('a silent server is left in peace after four silences and asked again later', async () => {
  const device = new Device();
  for (let i = 0; i < 30; i++) await device.save();
  device.wire.plan = Array.from({ length: 30 }, () => 'silence' as const);
  await device.sender().wake();
  expect(device.wire.log.length).toBeLessThanOrEqual(8);
  expect(await store.readStatus(await device.db())).toMatchObject({ paused: 'unreachable', silentRuns: 1 });
  await device.sender().wake();
  expect(device.wire.log.length).toBeLessThanOrEqual(8);
  device.wire.plan = [];
  device.now += 60_000;
  await device.sender().wake();
  expect(device.wire.accepted.size).toBe(30);
  expect(await store.readStatus(await device.db())).toEqual({ silentRuns: 0 });
});

test('a record that makes the server fail does not hold up the others', async () => {
  const device = new Device();
  for (let i = 0; i < 6; i++) await device.save();
  device.wire.plan = [{ status: 500, code: 'internal' }];
  await device.sender().wake();
  expect(device.wire.accepted.size).toBe(5);
});

test('the whole queue waits as long as a busy server asks', async () => {
  const device = new Device();
  await device.save();
  await device.save();
  device.wire.plan = Array.from({ length: 2 }, () => ({
    status: 429,
    code: 'too_many_requests',
    retryAfter: '90',
  }));
  await device.sender().wake();
  device.now += 89_000;
  await device.sender().wake();
  expect(device.wire.accepted.size).toBe(0);
  device.now += 2000;
  await device.sender().wake();
  expect(device.wire.accepted.size).toBe(2);
});

test('an expired session pauses everything and loses nothing', async () => {
  const device = new Device();
  for (let i = 0; i < 3; i++) await device.save();
  device.wire.plan = Array.from({ length: 3 }, () => ({ status: 401, code: 'unauthenticated' }));
  await device.sender().wake();
  expect(device.signedOut).toContain('rep');
  expect(await device.states()).toEqual(Array(3).fill('activity waiting'));
  device.identity = { ...REP, token: 'new' };
  await device.sender().wake();
  expect(await device.states()).toEqual(Array(3).fill('activity delivered'));
});

test('someone else who signs in never sends the first person’s records', async () => {
  const device = new Device();
  await device.save();
  device.identity = OTHER;
  await device.save('mine', OTHER);
  await device.sender().wake();
  expect(device.wire.log.map(({ token }) => token)).toEqual(['other']);
  expect((await device.states()).toSorted()).toEqual(['activity delivered', 'activity waiting']);
  device.identity = { ...REP, server: 'https://elsewhere.example' };
  await device.sender().wake();
  expect(device.wire.log).toHaveLength(1);
});

test('a refused record stays, with the reason, and is not sent again by itself', async () => {
  const device = new Device();
  await device.save();
  device.wire.plan = [{ status: 409, code: 'opportunity_closed' }];
  await device.sender().wake();
  await device.sender().wake();
  expect(await device.records()).toMatchObject([
    { state: 'rejected', error: { code: 'opportunity_closed' }, attempts: 1 },
  ]);
  expect(device.wire.log).toHaveLength(1);
});

test('an extension that the server calls too old stops sending and keeps the records', async () => {
  const device = new Device();
  await device.save();
  device.wire.plan = [{ status: 426, code: 'client_too_old' }];
  await device.sender().wake();
  await device.sender().wake();
  expect(device.wire.log).toHaveLength(1);
  expect(await device.states()).toEqual(['activity waiting']);
  expect(await store.readStatus(await device.db())).toMatchObject({ paused: 'client_old' });
});

test('a record delivered eight days ago is forgotten, one of six days is kept', async () => {
  const device = new Device();
  const old = await device.save();
  await device.sender().wake();
  device.now += 2 * 86_400_000;
  const young = await device.save();
  await device.sender().wake();
  device.now += 6 * 86_400_000;
  await device.sender().wake();
  const left = (await device.records()).map(({ id }) => id);
  expect(left).toEqual([young.id]);
  expect(left).not.toContain(old.id);
});
