import type { CapturedMail, CapturedPage } from '../../shared/capture.ts';
import { Instant } from '../../shared/day.ts';
import { messageKey, threadKey } from '../../shared/message-key.ts';
import type { Me } from '../../shared/session.ts';
import { wellFormed } from '../../shared/text.ts';
import { clipLine } from './clip.ts';
import { ownWords } from './folds.ts';
import { addressesToMatch, type Person, peopleOf } from './people.ts';

/** What the panel shows and may log: one mail or page with all that can be told from it without the server. */
export type CapturedItem = {
  item: CapturedMail | CapturedPage;
  capturedAt: number;
  people: Person[];
  addresses: string[];
  /** The words to keep, as they would be sent: of a mail its own without signature and notices, of a page the selection or what can be read. */
  words: string;
  messageKey?: string;
  threadKey?: string;
};

export async function describe(
  item: CapturedMail | CapturedPage,
  { capturedAt, me }: { capturedAt: number; me: Me },
): Promise<CapturedItem> {
  const words = wordsOf(item);
  if (item.kind === 'page') return { item, capturedAt, words, people: [], addresses: [] };
  const people = peopleOf(item, me);
  const [message, thread] = await Promise.all([
    messageKey({ ...item, from: item.from?.email, sentAt: sentAtOf(item) }),
    threadKey(item),
  ]);
  return {
    item,
    capturedAt,
    words,
    people,
    addresses: addressesToMatch(people, item.replyTo),
    ...(message && { messageKey: message }),
    ...(thread && { threadKey: thread }),
  };
}

/** Undefined where the mail has no date, or one that cannot be true. */
export function sentAtOf(item: CapturedMail | CapturedPage): number | undefined {
  if (item.kind === 'page' || item.date === undefined) return undefined;
  const instant = Instant.safeParse(Math.floor(item.date));
  return instant.success ? instant.data : undefined;
}

export const subjectOf = (item: CapturedMail | CapturedPage): string | undefined =>
  clipLine(item.kind === 'page' ? item.title : item.subject, 1000);

function wordsOf(item: CapturedMail | CapturedPage): string {
  if (item.kind === 'mail') return ownWords(item);
  return wellFormed(item.selection?.trim() || item.text).trim();
}

/** Address of a page without credentials and fragment; undefined where it is no web address or too long to keep. */
export function pageUrlOf(item: CapturedMail | CapturedPage): string | undefined {
  const url = item.kind === 'page' ? URL.parse(item.url) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href.length <= 2000 ? url.href : undefined;
}

/** Host to match a page by. A webmail's own host says nothing about the sender and never leaves the browser. */
export const pageHostOf = (item: CapturedMail | CapturedPage): string | undefined =>
  item.kind === 'page' ? URL.parse(item.url)?.hostname || undefined : undefined;
