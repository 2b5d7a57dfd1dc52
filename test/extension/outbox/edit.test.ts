import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { newRecord, type OutboxRecord } from '../../../extension/outbox/record.ts';
import * as store from '../../../extension/outbox/store.ts';
import { viewOf } from '../../../extension/outbox/view.ts';
import { Device, REP } from './device.ts';

const body = (subject: string, id = uuidv7()) => ({ id, type: 'email', occurredAt: 1, subject }) as const;
const about = { kind: 'activity', label: { title: '', type: 'email' }, createdAt: 2 } as const;

async function edit(device: Device, id: string, subject: string): Promise<OutboxRecord | undefined> {
  const undone = { id: uuidv7(), target: id };
  return store.replace(await device.db(), id, {
    same: await newRecord(REP, body(subject, id), about),
    anew: {
      undo: await newRecord(REP, undone, { ...about, kind: 'undo', target: id }),
      next: await newRecord(REP, body(subject), { ...about, after: undone.id }),
    },
  });
}

const subjectsIn = ({ wire }: Device) =>
  [...wire.accepted.values()].map((text) => (JSON.parse(text) as { subject?: string }).subject);

test('what was never tried is edited under its own id', async () => {
  const device = new Device();
  const { id } = await device.save('wrong');
  expect((await edit(device, id, 'right'))?.id).toBe(id);
  await device.sender().wake();
  expect([subjectsIn(device), device.wire.log.map((sent) => sent.id)]).toEqual([['right'], [id]]);
});

test('what the server may hold is taken back there before its new version is sent', async () => {
  const device = new Device();
  const { id } = await device.save('wrong');
  device.wire.plan = ['lost_answer'];
  await device.sender().wake();
  const edited = await edit(device, id, 'right');
  expect(edited?.id).not.toBe(id);
  device.now += 3_600_000;
  device.wire.plan = ['silence'];
  await device.sender().wake();
  expect(device.wire.paths).toEqual(['activities', 'undos']);
  device.now += 3_600_000;
  await device.sender().wake();
  expect(device.wire.paths).toEqual(['activities', 'undos', 'undos', 'activities']);
  expect(subjectsIn(device)).toEqual(['wrong', undefined, 'right']);
  expect(await device.states()).toEqual(expect.arrayContaining(['undo delivered', 'activity delivered']));
});

test('an edit during the first attempt waits for its end, and one log is left', async () => {
  const device = new Device();
  const { id } = await device.save('wrong');
  let answer: (value?: unknown) => void = () => {};
  device.wire.gate = new Promise((resolve) => {
    answer = resolve;
  });
  const sending = device.sender().wake();
  await expect.poll(() => device.wire.inFlight).toBe(1);
  await edit(device, id, 'right');
  answer();
  await sending;
  await device.sender().wake();
  expect(device.wire.paths).toEqual(['activities', 'undos', 'activities']);
  expect(subjectsIn(device)).toEqual(['wrong', undefined, 'right']);
});

test('what is delivered, taken back or an undo cannot be edited here', async () => {
  const device = new Device();
  const { id } = await device.save();
  await device.sender().wake();
  expect(await edit(device, id, 'right')).toBeUndefined();
  const other = await device.save();
  device.wire.plan = ['silence'];
  await device.sender().wake();
  await device.takeBack(other.id);
  expect(await edit(device, other.id, 'right')).toBeUndefined();
  expect(await edit(device, uuidv7(), 'right')).toBeUndefined();
});

test('a log that has to follow an undo does not say when it is tried next: the undo does', async () => {
  const device = new Device();
  const { id } = await device.save('wrong');
  device.wire.plan = ['silence', 'silence'];
  await device.sender().wake();
  await edit(device, id, 'right');
  device.now += 3_600_000;
  await device.sender().wake();
  const around = { status: { silentRuns: 0 }, owner: REP, isSignedOut: false, isOnline: true };
  expect(viewOf(await device.records(), around).nextTryAt).toBeGreaterThan(device.now);
});

test('whoever knows a log by its first id finds the version that stands for it', async () => {
  const device = new Device();
  const { id } = await device.save('wrong');
  expect(await store.latestOf(await device.db(), id)).toBe(id);
  device.wire.plan = ['lost_answer'];
  await device.sender().wake();
  const edited = await edit(device, id, 'right');
  expect(await store.latestOf(await device.db(), id)).toBe(edited?.id);
  device.now += 3_600_000;
  await device.sender().wake();
  expect(await store.latestOf(await device.db(), id)).toBe(edited?.id);
});
