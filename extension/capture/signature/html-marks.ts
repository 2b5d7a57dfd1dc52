import type { Marks } from '../text/lines.ts';

/**
 * What mail programs call the block that they put a signature into. Webmails put `x_`, `v1` or `m_123` before names when
 * they quote or clean a message. Dates: when the name was last seen in real mail or in the program's code.
 */
const NAMES = new RegExp(
  `^(?:x_|v1|m_-?\\d+)*(?:${[
    'gmail_signature|gmail_signature_prefix', // Gmail, 2025
    'moz-signature', // Thunderbird, 2025
    'Signature|signature', // Outlook on the web, Yahoo, 2025
    'ms-outlook-(?:mobile|ios|android)-signature', // Outlook on phones, 2025
    'AppleMailSignature', // Apple Mail, 2019
    'spnEditorSign', // NetEase 163, 2024
    'lark-mail-signature', // Feishu, 2025
    'protonmail_signature_block', // Proton, 2024
    'messageSignatureSection', // Spark, 2023
    '_rc_sig', // Roundcube, 2025
  ].join('|')})$`,
);
/** Found by the browser at once, however long the mail is. `sign` is QQ Mail's own element. */
const LIKELY = '[id*="ign" i], [class*="ign" i], [id="_rc_sig"], sign';

/** Adds to the marks of a parsed mail where its program says that a signature stands. */
export function markSignatures(root: Element, marks: Marks): Marks {
  for (const element of root.querySelectorAll(LIKELY)) {
    const isNamed = [element.id, ...element.classList].some((name) => NAMES.test(name));
    if ((isNamed || element.nodeName === 'SIGN') && !marks.has(element)) marks.set(element, 'signature');
  }
  return marks;
}
