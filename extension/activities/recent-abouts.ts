import type { NameHit } from '../../shared/search.ts';
import { readDraft, writeDraft } from '../app/drafts.ts';
import { session } from '../app/session.ts';
import type { About } from './write/written.ts';

const KEPT = 8;

/** Kept where drafts are, because it is as personal and goes with them when the device is wiped. */
function keyOf(): string | undefined {
  const current = session.peek();
  return current
    ? ['recent', current.server, current.me.workspace.id, current.me.user.id].join(' ')
    : undefined;
}

/** Accounts, contacts, leads and opportunities that one logged to last, newest first. */
export async function recentAbouts(): Promise<NameHit[]> {
  const key = keyOf();
  const kept = key ? await readDraft(key) : undefined;
  return Array.isArray(kept) ? (kept as NameHit[]) : [];
}

export async function rememberAbout(about: About): Promise<void> {
  const key = keyOf();
  const hits = hitsOf(about);
  if (!key || hits.length === 0) return;
  const before = (await recentAbouts()).filter((known) => !hits.some(({ id }) => id === known.id));
  await writeDraft(key, [...hits, ...before].slice(0, KEPT));
}

function hitsOf({ account, contact, lead, opportunity }: About): NameHit[] {
  const under = account && { accountId: account.id, hint: account.name };
  return [
    ...(contact ? [{ kind: 'contact' as const, id: contact.id, name: contact.name, ...under }] : []),
    ...(account ? [{ kind: 'account' as const, id: account.id, name: account.name }] : []),
    ...(lead ? [{ kind: 'lead' as const, id: lead.id, name: lead.name }] : []),
    ...(opportunity
      ? [{ kind: 'opportunity' as const, id: opportunity.id, name: opportunity.name, ...under }]
      : []),
  ];
}
