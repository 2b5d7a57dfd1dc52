import { expect, test } from 'vitest';
import type { postExact } from '../../../extension/api/client.ts';
import { Device } from './device.ts';

const never = () => new Promise<never>(() => {});

/** Runs a sender in a life that ends while `post` has not returned. */
async function dieDuring(device: Device, post: typeof postExact): Promise<void> {
  let begun = () => {};
  const began = new Promise<void>((resolve) => {
    begun = resolve;
  });
  void device
    .sender({
      isAlone: true,
      post: (request) => {
        begun();
        return post(request);
      },
    })
    .wake();
  await began;
  await new Promise((resolve) => setTimeout(resolve, 20));
  await device.reboot();
}

test('killed before it sent anything', async () => {
  const device = new Device();
  const { id } = await device.save();
  await device.reboot();
  await device.sender({ isAlone: true }).wake();
  expect(device.wire.log.map((sent) => sent.id)).toEqual([id]);
});

test('killed after the claim, before the request left', async () => {
  const device = new Device();
  await device.save();
  await dieDuring(device, never);
  expect(await device.states()).toEqual(['activity sending']);
  await device.sender({ isAlone: true }).wake();
  expect(await device.states()).toEqual(['activity delivered']);
  expect(device.wire.accepted.size).toBe(1);
});

test('killed after the server accepted, before the answer was read', async () => {
  const device = new Device();
  const { id, payload } = await device.save();
  await dieDuring(device, async (request) => {
    await device.wire.post(request);
    return never();
  });
  expect(device.wire.accepted.size).toBe(1);
  await device.sender({ isAlone: true }).wake();
  expect(device.wire.log.map((sent) => sent.id)).toEqual([id, id]);
  expect([...device.wire.accepted]).toEqual([[id, payload]]);
  expect(await device.states()).toEqual(['activity delivered']);
});

test('taken back after a kill of unknown fate: only the undo is sent', async () => {
  const device = new Device();
  const { id } = await device.save();
  await dieDuring(device, never);
  expect(await device.takeBack(id)).toBe('queued');
  await device.sender({ isAlone: true }).wake();
  expect(device.wire.paths).toEqual(['undos']);
  expect(await device.states()).toEqual(['undo delivered']);
});
