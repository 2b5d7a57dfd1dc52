import type { ThreadMessage } from '../../../../shared/capture.ts';
import type { MailCandidate, Page } from '../../adapter.ts';
import { bodyOf, dateOf, domMail, senderOf } from './message.ts';
import { idOf, keyOf, sourceOf } from './message-id.ts';
import { NAMES } from './names.ts';

/** One message of the conversation on the screen. `item` is its place in the list, which carries the focus. */
export type Shown = { element: Element; item: Element; id?: string; pageKey: string; isExpanded: boolean };

/**
 * The messages that are drawn, oldest first. Gmail keeps the conversation before this one in the page, hidden, and beside
 * a folded message the open form of it.
 */
export function messagesOf({ document, url }: Page): Shown[] {
  return [...document.querySelectorAll(NAMES.message)].flatMap((element, index) => {
    if (element.parentElement?.closest(NAMES.message)) return [];
    const isExpanded = bodyOf(element) !== undefined;
    if (!isExpanded && !(element.matches(NAMES.folded) && senderOf(element))) return [];
    const item = element.closest(NAMES.item) ?? element;
    const id = idOf(item);
    const pageKey = id ? keyOf(id, url) : `${url.href} ${index} ${headOf(element)}`;
    return [{ element, item, ...(id && { id }), pageKey, isExpanded }];
  });
}

const headOf = (message: Element): string => `${senderOf(message)?.email ?? ''} ${dateOf(message) ?? ''}`;

/** The open message that the person is in, by a selection of words or by the focus; else the newest of them. */
export function openOf(messages: readonly Shown[], document: Document): Shown | undefined {
  const open = messages.filter(({ isExpanded }) => isExpanded);
  const selection = document.getSelection();
  const places = [selection?.isCollapsed === false ? selection.anchorNode : null, document.activeElement];
  const entered = places.map((place) => open.find(({ item }) => place !== null && item.contains(place)));
  return entered.find((message) => message !== undefined) ?? open.at(-1);
}

export function mailOf(message: Shown, messages: readonly Shown[], page: Page): MailCandidate {
  const { element, id, pageKey } = message;
  const rawSource = id ? sourceOf(id, page.url) : undefined;
  return {
    kind: 'mail',
    pageKey,
    dom: () => domMail(element),
    ...(rawSource && { rawSource }),
    ...threadOf(message, messages),
  };
}

/** The conversation around `message`; a message that stands alone has none. */
export const threadOf = (message: Shown, messages: readonly Shown[]): Pick<MailCandidate, 'thread'> =>
  messages.length > 1 ? { thread: () => messages.map((one) => threadMessage(one, one === message)) } : {};

function threadMessage({ element, pageKey, isExpanded }: Shown, isOpen: boolean): ThreadMessage {
  const [from, date] = [senderOf(element), dateOf(element)];
  const snippet = element.querySelector(NAMES.snippet)?.textContent?.replace(/\s+/g, ' ').trim();
  return {
    pageKey,
    ...(from && { from }),
    ...(date !== undefined && { date }),
    isExpanded,
    isOpen,
    ...(snippet && !isExpanded && { snippet }),
  };
}
