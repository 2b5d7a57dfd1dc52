import type { FrameResult, Signature } from '../../../shared/capture.ts';
import type { CheckedState } from './report.ts';

/** What the truth says of a signature; phones as printed. */
export type SignatureTruth = { name: string; title: string; company: string; phones: string[] };
export type SignatureOutcome = { key: string; isSigned: boolean; right: number; wrong: string[] };

/** So much of the fields has to be right. */
const NEEDED = 0.9;
const FIELDS = ['name', 'title', 'company'] as const;

type Told = { key: string; tags: string[]; signature: SignatureTruth | null };

/** Compares field by field. A message without a signature must give none: each field of it is wrong. */
export function compareSignature(
  { key, tags, signature: truth }: Told,
  result: FrameResult,
): SignatureOutcome {
  const read = result.status === 'item' && result.item.kind === 'mail' ? result.item.signature : undefined;
  // Its signature stands behind the delimiter; the truth does not spell it out.
  if (!truth && tags.includes('signature-dash')) return { key, isSigned: false, right: 0, wrong: [] };
  const expected = truth ? [...FIELDS.map((field) => truth[field]), ...truth.phones.map(digitsOf)] : [];
  const found = read ? valuesOf(read, truth) : [];
  const missing = expected.filter((value) => !found.includes(value));
  const invented = found.filter((value) => !expected.includes(value));
  return {
    key,
    isSigned: truth !== null,
    right: expected.length - missing.length,
    wrong: [...missing.map((value) => `missed ${value}`), ...invented.map((value) => `invented ${value}`)],
  };
}

const digitsOf = (printed: string): string => printed.replace(/\D/g, '');

/** A number as the truth prints it, where it is the same one: without its extension, or with its country code. */
function valuesOf({ name, title, company, phones }: Signature, truth: SignatureTruth | null): string[] {
  const printed = truth?.phones.map(digitsOf) ?? [];
  const numbers = phones.map(({ value }) => {
    const digits = digitsOf(value);
    return printed.find((one) => digits === one || digits.endsWith(one.replace(/^0/, ''))) ?? digits;
  });
  return [...[name, title, company].flatMap((read) => (read ? [read.value] : [])), ...numbers];
}

/** Prints what was read right and wrong of the signatures, and answers whether that is enough. */
export function checkSignatures(outcomes: readonly SignatureOutcome[]): CheckedState[] {
  const right = outcomes.reduce((sum, one) => sum + one.right, 0);
  const wrong = outcomes.reduce((sum, one) => sum + one.wrong.length, 0);
  for (const one of outcomes)
    for (const reason of one.wrong) console.log(`  ${one.key} signature: ${reason}`);
  console.log(`signature fields ${right} right ${wrong} wrong`);
  const signed = outcomes.filter((one) => one.isSigned).length;
  const invented = outcomes.filter((one) => !one.isSigned && one.wrong.length > 0);
  return [
    {
      name: `signatures of ${signed} messages, at least ${NEEDED * 100} % of their fields`,
      ...(right < NEEDED * (right + wrong) && { failure: `${wrong} of ${right + wrong} are wrong` }),
    },
    {
      name: 'no signature is read where there is none',
      ...(invented.length > 0 && { failure: invented.map(({ key }) => key).join(', ') }),
    },
  ];
}
