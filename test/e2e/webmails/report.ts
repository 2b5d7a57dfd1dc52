import type { Verdict } from './judge.ts';

type Half = readonly Verdict[];

/** Of the messages at least 95 % right or not told, no more than 10 % of them not told, and no sender wrong at all. */
export function report({ seen, unseen }: { seen: Half; unseen: Half }): boolean {
  const all = [...seen, ...unseen];
  for (const verdict of all) {
    if (verdict.verdict !== 'right' || verdict.absent.length > 0 || verdict.isState) print(lineOf(verdict));
  }
  const halves = [
    ['seen', seen],
    ['unseen', unseen],
  ] as const;
  const checks = halves.flatMap(([name, half]) => checksOf(name, half));
  for (const { what, isMet } of checks) print(`${isMet ? 'ok  ' : 'FAIL'} ${what}`);
  const failed = checks.filter(({ isMet }) => !isMet).length + all.filter(isBad).length;
  print(
    `${all.filter((verdict) => !isBad(verdict)).length + checks.filter(({ isMet }) => isMet).length} passed, ${failed} failed`,
  );
  return failed === 0;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const isBad = ({ verdict }: Verdict): boolean => verdict === 'wrong';

const lineOf = ({ family, page, verdict, readFrom, wrong, absent }: Verdict): string =>
  [
    `${verdict.padEnd(11)} ${family} · ${page}`,
    readFrom ?? '',
    wrong.join(' | '),
    absent.length > 0 ? `not claimed: ${absent.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' · ');

function checksOf(name: string, half: Half): { what: string; isMet: boolean }[] {
  const mails = half.filter(({ isState }) => !isState);
  const count = (verdict: Verdict['verdict']): number =>
    mails.filter((one) => one.verdict === verdict).length;
  const [right, untold] = [count('right'), count('cannot_tell')];
  const senders = half.filter(({ isSenderWrong }) => isSenderWrong).length;
  const percent = (part: number): string => `${((100 * part) / Math.max(1, mails.length)).toFixed(1)} %`;
  return [
    {
      what: `${name}: ${mails.length} messages, ${right} right, ${untold} cannot tell, ${count('wrong')} wrong = ${percent(right + untold)} right or not told`,
      isMet: right + untold >= 0.95 * mails.length,
    },
    { what: `${name}: ${percent(untold)} cannot tell`, isMet: untold <= 0.1 * mails.length },
    { what: `${name}: ${senders} wrong senders`, isMet: senders === 0 },
  ];
}
