import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import * as z from 'zod';
import { session } from '../app/session.ts';

const KEPT = 6;
const Recent = z.array(z.object({ id: z.string(), name: z.string() })).catch([]);
export type Named = z.infer<typeof Recent>[number];

/** Whose they are: another person on this device has customers of their own. */
const key = computed(() => {
  const current = session.value;
  return current ? `recent ${current.server} ${current.me.workspace.id} ${current.me.user.id}` : undefined;
});
const loaded = signal<{ key: string; accounts: Named[] } | undefined>(undefined);

/** Accounts used last on this device, newest first. */
export const recentAccounts = computed(() =>
  loaded.value && loaded.value.key === key.value ? loaded.value.accounts : [],
);

/** Reads them anew: the data of this device may have been deleted since. */
export async function loadRecent(): Promise<void> {
  const of = key.peek();
  if (!of) return;
  const stored = await browser.storage.local.get(of);
  loaded.value = { key: of, accounts: Recent.parse(stored[of] ?? []) };
}

export async function rememberAccount({ id, name }: Named): Promise<void> {
  await loadRecent();
  const of = key.peek();
  if (!of) return;
  const accounts = withFirst({ id, name }, recentAccounts.peek());
  loaded.value = { key: of, accounts };
  await browser.storage.local.set({ [of]: accounts });
}

export function withFirst(account: Named, others: readonly Named[]): Named[] {
  return [account, ...others.filter(({ id }) => id !== account.id)].slice(0, KEPT);
}
