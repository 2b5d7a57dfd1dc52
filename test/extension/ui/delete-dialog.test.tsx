import { afterEach, expect, test, vi } from 'vitest';
import { deviceDb } from '../../../extension/app/device-db.ts';
import { DeleteDialog } from '../../../extension/app/settings/DeleteDialog.tsx';
import { byRole, click, show } from './render.ts';

afterEach(() => vi.restoreAllMocks());

test('what kept everything from being deleted is said, and deleting can be tried again', async () => {
  const clear = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
    throw new DOMException('', 'UnknownError');
  });
  await (await deviceDb()).put('drafts', { key: 'a', savedAt: 1, value: 1 });
  show(<DeleteDialog onClose={() => {}} />);
  click(byRole('button', 'Delete'));
  await vi.waitFor(() => byRole('alert'));
  clear.mockRestore();
  click(byRole('button', 'Delete'));
  await vi.waitFor(async () => expect(await (await deviceDb()).count('drafts')).toBe(0));
});
