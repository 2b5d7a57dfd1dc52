import { randomOf } from '../../../scripts/seed/random.ts';

/** What can befall an exchange, and of a hundred how many meet it. */
const FAULTS = {
  /** The request never reaches the server. */
  drop_request: 8,
  /** The server has done its work; nobody hears of it. */
  drop_answer: 8,
  delay: 7,
  /** A second copy of the request reaches the server, at the same time or long after. */
  twice: 6,
  /** The server gets the first part of the body. */
  cut_request: 5,
  /** The client gets the first part of the answer. */
  cut_answer: 6,
} as const;

export type Fault = keyof typeof FAULTS;
export type Fate = {
  fault: Fault | undefined;
  /** From 0 to 1: how long, or after which part. */
  share: number;
};

export const FAULT_NAMES = Object.keys(FAULTS) as Fault[];

/**
 * The fate of the `nth` exchange about one thing. It depends on nothing else, so that a seed gives each record the same
 * fates however the machine happens to order the requests.
 */
export function fateOf({ seed, about, nth }: { seed: number; about: string; nth: number }): Fate {
  const random = randomOf(mixed(`${seed} ${about} ${nth}`));
  const share = random.next();
  let left = random.next() * 100;
  for (const fault of FAULT_NAMES) {
    left -= FAULTS[fault];
    if (left < 0) return { fault, share };
  }
  return { fault: undefined, share };
}

/** FNV-1a. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
