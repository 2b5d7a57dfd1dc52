import { checkSignatures, type SignatureOutcome } from './signature.ts';
import { FIELDS, type Truth, type Wrong } from './truth.ts';
import { VIEWS, type View } from './webmail.ts';

export type Outcome = {
  truth: Truth;
  view: View;
  wrong: Wrong[];
  readFrom: string;
  signature: SignatureOutcome;
};
export type CheckedState = { name: string; failure?: string };

/** Of the 53 messages, so many must be wholly right. */
const NEEDED = 51;

/** Prints what was read right and wrong; true where that is enough. */
export function report(outcomes: readonly Outcome[], pages: readonly CheckedState[]): boolean {
  printTable(outcomes);
  for (const { truth, view, wrong, readFrom } of outcomes) {
    for (const [reason, fields] of byReason(wrong)) {
      console.log(`  ${truth.key} (${view}, ${readFrom}) ${fields.join(', ')}: ${reason}`);
    }
  }
  const states = [...pages, ...checkSignatures(outcomes.map(({ signature }) => signature))];
  for (const { name, failure } of states)
    console.log(failure ? `wrong  ${name}: ${failure}` : `right  ${name}`);
  const right = outcomes.filter(isRight).length;
  const broken = states.filter(({ failure }) => failure).length;
  const fromSource = outcomes.filter(({ readFrom }) => readFrom === 'source').length;
  console.log(`messages wholly right: ${right} of ${outcomes.length}, ${fromSource} read from the source`);
  console.log(`${right + states.length - broken} passed, ${outcomes.length - right + broken} failed`);
  return right >= NEEDED && broken === 0;
}

const isRight = ({ wrong }: Outcome): boolean => wrong.length === 0;

function printTable(outcomes: readonly Outcome[]): void {
  const row = (name: string, right: number, all: number) =>
    console.log(
      `${name.padEnd(14)} ${String(right).padStart(3)} right ${String(all - right).padStart(3)} wrong`,
    );
  for (const field of FIELDS) {
    const wrong = outcomes.filter((one) => one.wrong.some((each) => each.field === field)).length;
    row(field, outcomes.length - wrong, outcomes.length);
  }
  for (const view of VIEWS) {
    const seen = outcomes.filter((one) => one.view === view);
    row(`view: ${view}`, seen.filter(isRight).length, seen.length);
  }
}

/** A message that could not be read at all has one reason for all of its fields. */
function byReason(wrong: readonly Wrong[]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { field, reason } of wrong) reasons.set(reason, [...(reasons.get(reason) ?? []), field]);
  return reasons;
}
