import { deviceDb } from './device-db.ts';

const KEEP_MS = 30 * 86_400_000;

/** What a person had typed about `key` (a page key, or the name of a form), for the case that the panel is closed. */
export async function readDraft(key: string): Promise<unknown> {
  return (await (await deviceDb()).get('drafts', key))?.value;
}

export async function writeDraft(key: string, value: unknown): Promise<void> {
  await (await deviceDb()).put('drafts', { key, value, savedAt: Date.now() });
}

export async function dropDraft(key: string): Promise<void> {
  await (await deviceDb()).delete('drafts', key);
}

/** Forgets what nobody came back to for a month. */
export async function purgeDrafts(now = Date.now()): Promise<void> {
  const db = await deviceDb();
  const old = (await db.getAll('drafts')).filter(({ savedAt }) => savedAt < now - KEEP_MS);
  await Promise.all(old.map(({ key }) => db.delete('drafts', key)));
}
