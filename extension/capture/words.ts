import type { CapturedMail, Fold } from '../../shared/capture.ts';
import { countMessages } from './quoted-text/count.ts';
import { partHistory } from './quoted-text/split.ts';
import type { Author } from './signature/fields.ts';
import { foldedLines, type LineFold } from './signature/folds.ts';
import { type Line, textOf } from './text/lines.ts';

export type Words = Pick<CapturedMail, 'text' | 'quoted' | 'quotedMessages' | 'folds' | 'signature'>;

/** The sender's own words, what of them is signature and notice, and the history that the mail repeats. */
export function wordsOf(
  lines: readonly Line[],
  { answers, author }: { answers: boolean; author: Author },
): Words {
  const { own, quoted } = partHistory(lines, { answers });
  const { folds, signature } = foldedLines(own, author);
  return {
    text: textOf(own),
    ...(quoted.length > 0 && { quoted: textOf(quoted), quotedMessages: countMessages(quoted) }),
    ...(folds.length > 0 && { folds: folds.map((fold) => placed(fold, own)) }),
    ...(signature && { signature }),
  };
}

/** Places of lines as places in the text that they are joined to. */
function placed({ kind, start, end }: LineFold, own: readonly Line[]): Fold {
  const at = (line: number) => own.slice(0, line).reduce((sum, { text }) => sum + text.length + 1, 0);
  return { kind, start: at(start), end: at(end) - 1 };
}
