import { clean, isHan } from './clean.ts';

/** A part of a line of a signature, and the whole line as its proof. */
export type Segment = { text: string; line: number; proof: string };

const BARS = /\s*[|｜•·▪■◆●★✦⋅‖∣]\s*|\t+| {3,}|\s+(?:[–—-]|\/\/)\s+|\s*(?:📞|☎️?|📱|✉️?|📧|🌐|📍|📠)\s*/u;
const LEGAL_TAIL =
  /^(?:Inc|LLC|L\.L\.C|Ltd|Limited|LTD|Co|Corp|LLP|PLC|plc|GmbH|S\.?A|S\.?L|B\.?V|N\.?V|S\.?r\.?l|S\.?p\.?A|Pty|Pvt|Pte|SAS|SARL|AG|AB|AS)\.?(?:$|[\s,.])/;

/** The parts that bars, tabs and wide gaps make of each line; between Chinese words a space is enough. */
export const segmentsOf = (lines: readonly string[]): Segment[] =>
  lines.flatMap((raw, line) =>
    clean(raw)
      .split(BARS)
      .flatMap(byScript)
      .flatMap(byHanSpace)
      .map((text) => text.replace(/^[\s*_~>]+|[\s*_~]+$/g, ''))
      .filter((text) => text && !SIGNED.test(text))
      .map((text) => ({ text, line, proof: raw.trim() })),
  );

/** `Li Wei / 李伟` says one thing twice; `Innkjøpssjef / Head of Purchasing` is one title. */
function byScript(text: string): string[] {
  const [one = '', other, ...more] = text.split(/\s+\/\s+/);
  return other && more.length === 0 && isHan(one) !== isHan(other) ? [one, other] : [text];
}

/** Behind a name: signed by, with respect. */
const SIGNED = /^(?:敬上|敬啟|敬启|謹啟|谨启|谨上|謹上|拜上|上)$/u;

/** `李娜 采购经理 Li Na` are three; `IT 经理` is one. */
function byHanSpace(text: string): string[] {
  const parts: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = parts.at(-1);
    const splits = last !== undefined && isHan(last) && (isHan(word) || /^\p{Lu}/u.test(word));
    const isNameBefore = last !== undefined && /^\p{Lu}\S*\s\p{Lu}/u.test(last) && isHan(word);
    if (last === undefined || splits || isNameBefore) parts.push(word);
    else parts[parts.length - 1] = `${last} ${word}`;
  }
  return parts;
}

/** What commas part, a legal form left with its company: `Director, Harbor Labs, Inc.` are two. */
export function byComma(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(/\s*[,，;；、]\s*/u).filter(Boolean)) {
    const last = parts.at(-1);
    if (last !== undefined && LEGAL_TAIL.test(part)) parts[parts.length - 1] = `${last}, ${part}`;
    else parts.push(part);
  }
  return parts;
}
