import type { Candidate, Page, PageAdapter } from '../adapter.ts';
import { mailOf, messagesOf, openOf, threadOf } from './gmail/conversation.ts';
import { composerOf, draftOf } from './gmail/draft.ts';
import { idOfKey, sourceOf } from './gmail/message-id.ts';
import { NAMES } from './gmail/names.ts';
import { holdsRows, tickedRows } from './gmail/ticked-rows.ts';

/** Gmail in the browser: everything stands in the top document. Names and evidence: gmail/names.ts. */
export const gmail: PageAdapter = {
  id: 'gmail',
  matches: ({ hostname, pathname }) => hostname === 'mail.google.com' && pathname.startsWith('/mail/'),
  find(page) {
    if (!page.isTop) return { kind: 'none', reason: 'not_for_this_frame' };
    if (!page.document.querySelector(NAMES.application)) return undefined;
    return written(page, { isEntered: true }) ?? opened(page) ?? written(page) ?? list(page);
  },
  selected: (page) => (page.isTop && holdsRows(page) ? tickedRows(page) : undefined),
  message(page, key) {
    if (!page.isTop) return undefined;
    const messages = messagesOf(page);
    const drawn = messages.find(({ pageKey }) => pageKey === key);
    if (drawn?.isExpanded) return mailOf(drawn, messages, page);
    const id = idOfKey(key, page.url);
    const rawSource = id ? sourceOf(id, page.url) : undefined;
    return rawSource && { kind: 'mail', pageKey: key, rawSource, ...(drawn && threadOf(drawn, messages)) };
  },
};

/** A window for writing lies over whatever is open; it is what the person is at only while it has the focus. */
function written({ document }: Page, { isEntered = false } = {}): Candidate | undefined {
  const composer = composerOf(document);
  if (!composer || (isEntered && !composer.hasFocus)) return undefined;
  return { kind: 'none', reason: 'composing', draft: () => draftOf(composer) };
}

function opened(page: Page): Candidate | undefined {
  const messages = messagesOf(page);
  const open = openOf(messages, page.document);
  return open && mailOf(open, messages, page);
}

function list(page: Page): Candidate {
  const { length } = tickedRows(page);
  return { kind: 'none', reason: 'list', ...(length > 0 && { selected: length }) };
}
