import type { Marks } from '../text/lines.ts';
import { beginsWithSeparator } from './separators.ts';

/**
 * What mail programs call the block that repeats the earlier message. Webmails put `x_` or `v1` before names when they
 * quote or clean a message, so that is allowed. Dates: when the name was last seen in real mail or in the program's code.
 */
const QUOTE_NAMES = new RegExp(
  `^(?:x_|v1)*(?:${[
    'gmail_quote|gmail_quote_container', // Gmail, 2025
    'isReplyContent|isForwardContent', // NetEase 163, 126, 2024
    'ntes-mailmaster-quote|ntes-pcma(?:il|c)-quote', // NetEase Mail Master, 2024
    'xm_compose_origin_mail_container', // QQ Mail and WeCom, 2024
    'alimail-quote', // Aliyun and DingTalk, 2025
    'ms-outlook-mobile-reference-message', // Outlook on phones, 2025
    'lark-mail-quote.*|history-quote-wrapper', // Feishu, 2025
    'reply139content|origbody|oriMsgHtmlSeperator|cm_quote_msg', // 139, Sina, Sohu, Coremail, 2024
    'yahoo_quoted|yahoo_quoted_.*', // Yahoo, 2023
    'protonmail_quote|tutanota_quote|zmail_extra|blockquote_zmail|front-blockquote|skiff_quote', // 2024
    'ik_mail_quote|forwardContentMessage', // Infomaniak, 2025
    'moz-cite-prefix|moz-forward-container', // Thunderbird, 2025
    'OLK_SRC_BODY_SECTION.*', // Outlook for Mac, 2019
    'reply-intro', // Roundcube, 2024
    '__QUOTED_TEXT__|messageReplySection', // Zimbra, Spark, 2023
  ].join('|')})$`,
);

/** Where the history begins: these are heads or rules, what follows them is the earlier message. */
const REST_NAMES =
  /^(?:x_|v1)*(?:divRplyFwdMsg|stopSpelling|zwchr|replySplit|mail-editor-reference-message-container|OutlookMessageHeader)$/;

/** Finds the history in a parsed mail by the structure that mail programs leave, whatever the language. */
export function quoteMarks(root: Element): Marks {
  const marks: Marks = new Map();
  for (const element of root.querySelectorAll('*')) {
    const names = [element.id, ...element.classList, element.getAttribute('name') ?? '', marker(element)];
    if (names.some((name) => REST_NAMES.test(name))) marks.set(element, 'rest');
    else if (isCited(element) || names.some((name) => QUOTE_NAMES.test(name))) markQuote(element, marks);
  }
  return marks;
}

const marker = (element: Element): string => element.getAttribute('data-marker') ?? '';

/**
 * `blockquote type=cite` is Apple Mail's, Thunderbird's and most others'; `includetail` is QQ Mail's own
 * element, `div name=quote` GMX's.
 */
const isCited = (element: Element): boolean =>
  (element.nodeName === 'BLOCKQUOTE' && element.getAttribute('type')?.toLowerCase() === 'cite') ||
  (element.nodeName === 'DIV' && element.getAttribute('name') === 'quote') ||
  element.nodeName === 'INCLUDETAIL';

/**
 * A wrapper around attribution and block quotation may also hold answers written between or below the quotations:
 * those are the sender's own words. A forward has no quotation as a child, there the whole wrapper is history.
 */
function markQuote(element: Element, marks: Marks): void {
  const children = [...element.childNodes];
  const first = children.findIndex((child) => child.nodeName === 'BLOCKQUOTE');
  const isForward = beginsWithSeparator((element.textContent ?? '').trimStart());
  if (element.nodeName !== 'DIV' || first < 0 || isForward) {
    marks.set(element, 'quote');
    return;
  }
  for (const [index, child] of children.entries()) {
    if (index < first || child.nodeName === 'BLOCKQUOTE') marks.set(child, 'quote');
  }
}
