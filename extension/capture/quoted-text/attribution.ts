const VERBS = new RegExp(
  [
    '\\bwrote',
    '写道|寫道|写到|发表|のメール|書きました|님이 (?:작성|쓴)',
    '\\bschrieb\\b|a écrit|escribió|escreveu|ha scritto|\\bschreef\\b|\\bskrev\\b|napisał',
    'пишет|написал',
  ].join('|'),
  'iu',
);
const ADDRESS = /[^\s<>@"'，,;；:：]+@[^\s<>@"'，,;；:：]+/;
const DAY = /\b(?:19|20)\d\d\b|(?:19|20)\d\d\s?年|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;
const TIME = /\d{1,2}\s?[:：.h]\s?\d{2}|\d{1,2}\s?[時时点]/;

/** `On …, … <…> wrote:` in any of the languages, which programs fold over several lines. */
export type Attribution = { lines: number; isSure: boolean };

/**
 * The attribution that begins at `start`. `isSure`: it names day, time or sender so plainly that what follows is the
 * earlier message even where nothing marks it as such.
 */
export function attributionAt(lines: readonly string[], start: number): Attribution | undefined {
  const texts: string[] = [];
  for (const line of lines.slice(start, start + 4)) {
    if (line.trim() === '') return undefined;
    texts.push(line.replace(/^[>\s]+/, '').trim());
    if (/[:：]\**$/.test(line.trim()) || isDated(texts[0] ?? '')) return judge(texts);
  }
  return undefined;
}

/** Some programs leave out verb and colon: `2026/10/2 Jon Berg <jon@berg.example>`. */
const isDated = (line: string): boolean => /^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b.*<\S+@\S+>$/.test(line);

function judge(texts: readonly string[]): Attribution | undefined {
  const text = texts.join(' ');
  const signs = signsOf(text);
  // The line above an attribution belongs to the sender's own words where the rest says as much without it.
  if (text.length > 500 || (texts.length > 1 && signsOf(texts.slice(1).join(' ')) === signs))
    return undefined;
  if (VERBS.test(text) && signs > 0) return { lines: texts.length, isSure: signs > 1 };
  return signs > 1 ? { lines: texts.length, isSure: false } : undefined;
}

const signsOf = (text: string): number => [DAY, TIME, ADDRESS].filter((sign) => sign.test(text)).length;
