import type { CapturedMail, ListedMessage } from '../../shared/capture.ts';
import type { Context } from '../../shared/context.ts';
import type { Me } from '../../shared/session.ts';
import { type CapturedItem, describe } from '../activities/captured-item.ts';
import { withoutTakenBack } from '../activities/now/use-match.ts';
import { api, unwrap } from '../api/client.ts';
import { readTab } from '../app/capture-tab.ts';
import { withoutPrefixes } from '../capture/quoted-text/answers.ts';

/** More than this at once is not reviewed by anybody. */
export const MOST_MESSAGES = 50;

/** The messages ticked in the list of the tab. Rejects where the page may not be read (any more). */
export async function listTicked(tabId: number): Promise<ListedMessage[]> {
  const { result } = await readTab(tabId, { mode: 'selected' });
  return result.status === 'selection' ? result.messages : [];
}

/** Rejects where the message is gone, cannot be read, or is another one than was ticked. */
export async function readMessage(tabId: number, listed: ListedMessage, me: Me): Promise<CapturedItem> {
  const key = listed.pageKey;
  const { result } = await readTab(tabId, { mode: 'message', key });
  const mail = result.status === 'item' && result.item.kind === 'mail' ? result.item : undefined;
  if (!mail || mail.pageKey !== key || isOtherSubject(mail.subject, listed.subject))
    throw new NotRead(reasonOf(mail));
  return describe(mail, { capturedAt: Date.now(), me });
}

export class NotRead extends Error {
  override name = 'NotRead';
}

const reasonOf = (mail: CapturedMail | undefined): string => (mail ? 'other_message' : 'cannot_tell');

/**
 * A list that is sorted anew meanwhile may lead to another message. What it prints may be shortened, or be the subject of
 * the conversation: only where neither holds the other are they two messages.
 */
function isOtherSubject(read: string | undefined, listed: string | undefined): boolean {
  const [one, other] = [plain(read), plain(listed)];
  return one !== '' && other !== '' && !one.includes(other) && !other.includes(one);
}

const plain = (subject = ''): string =>
  withoutPrefixes(subject)
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\.{3}$/u, '')
    .toLowerCase();

/** What the server knows of it; undefined when it does not answer, which keeps nobody from logging. */
export async function askContext(item: CapturedItem, me: Me): Promise<Context | undefined> {
  const { addresses, messageKey } = item;
  try {
    const context = await unwrap(api().api.v1.context.$post({ json: { addresses, messageKey } }));
    return withoutTakenBack(context, item, me.user.id);
  } catch {
    return undefined;
  }
}
