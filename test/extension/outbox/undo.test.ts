import { expect, test } from 'vitest';
import * as store from '../../../extension/outbox/store.ts';
import { Device } from './device.ts';

test('undo of a record that was never tried removes it', async () => {
  const device = new Device();
  const { id } = await device.save();
  expect(await device.takeBack(id)).toBe('removed');
  await device.sender().wake();
  expect(device.wire.log).toEqual([]);
  expect(await device.records()).toEqual([]);
});

test('undo of a delivered record follows it', async () => {
  const device = new Device();
  const { id } = await device.save();
  await device.sender().wake();
  expect(await device.takeBack(id)).toBe('queued');
  await device.sender().wake();
  expect(device.wire.paths).toEqual(['activities', 'undos']);
  expect(await device.states()).toEqual(['undo delivered']);
});

test('undo of a record that is under way waits for its answer', async () => {
  const device = new Device();
  const { id } = await device.save();
  let open = () => {};
  device.wire.gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const run = device.sender().wake();
  await expect.poll(() => device.wire.log.length).toBe(1);
  await device.takeBack(id);
  const undo = (await device.records()).find(({ kind }) => kind === 'undo');
  expect(await store.claim(await device.db(), undo?.id ?? '')).toBeUndefined();
  open();
  await run;
  await device.sender().wake();
  expect(device.wire.paths).toEqual(['activities', 'undos']);
  expect(await device.states()).toEqual(['undo delivered']);
});

test('a create whose answer was lost is never sent again once it is taken back', async () => {
  const device = new Device();
  const { id } = await device.save();
  device.wire.plan = ['lost_answer'];
  await device.sender().wake();
  expect(await device.takeBack(id)).toBe('queued');
  device.wire.plan = ['silence'];
  device.now += 60_000;
  await device.sender().wake();
  device.now += 60_000;
  await device.sender().wake();
  expect(device.wire.paths).toEqual(['activities', 'undos', 'undos']);
  expect(await device.states()).toEqual(['undo delivered']);
});

test('a create taken back while it waits for its turn in a run is not sent', async () => {
  const device = new Device();
  const saved = [];
  for (let i = 0; i < 5; i++) saved.push((await device.save()).id);
  device.wire.plan = Array.from({ length: 5 }, () => ({ status: 500, code: 'internal' }));
  await device.sender().wake();
  device.now += 60_000;
  let open = () => {};
  device.wire.gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const run = device.sender().wake();
  await expect.poll(() => device.wire.log.length).toBe(9);
  const [last = ''] = saved.filter((id) => !device.wire.log.slice(5).some((sent) => sent.id === id));
  await device.takeBack(last);
  open();
  await run;
  expect(device.wire.log.filter(({ id }) => id === last)).toHaveLength(1);
  expect(device.wire.paths.at(-1)).toBe('undos');
});

test('two clicks on undo make one undo', async () => {
  const device = new Device();
  const { id } = await device.save();
  await device.sender().wake();
  await Promise.all([device.takeBack(id), device.takeBack(id)]);
  await device.sender().wake();
  expect(device.wire.paths).toEqual(['activities', 'undos']);
});

test('a log of long ago, unknown to this device, can be taken back by its receipt', async () => {
  const device = new Device();
  expect(await device.takeBack('01920000-0000-7000-8000-000000000001')).toBe('queued');
  await device.sender().wake();
  expect(device.wire.paths).toEqual(['undos']);
});

test('undo of a refused record removes it', async () => {
  const device = new Device();
  const { id } = await device.save();
  device.wire.plan = [{ status: 422, code: 'reference_unknown' }];
  await device.sender().wake();
  expect(await device.takeBack(id)).toBe('removed');
  expect(await device.records()).toEqual([]);
});

test('a refused undo can be thrown away, and with it the create that it had stopped', async () => {
  const device = new Device();
  const { id } = await device.save();
  device.wire.plan = ['silence'];
  await device.sender().wake();
  await device.takeBack(id);
  device.wire.plan = [{ status: 403, code: 'forbidden' }];
  device.now += 60_000;
  await device.sender().wake();
  const undo = (await device.records()).find(({ state }) => state === 'rejected');
  expect(undo?.kind).toBe('undo');
  await store.discardRejected(await device.db(), undo?.id ?? '');
  expect(await device.records()).toEqual([]);
});
