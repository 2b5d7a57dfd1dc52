import { go } from '../app/navigation.ts';
import type { Named } from './choices.ts';

type RowAbout = { account?: Named | undefined; lead?: Named | undefined; opportunity?: Named | undefined };

/** Writes a log about what a row of a list is about; false where that is nobody. */
export function writeAbout({ account, lead, opportunity }: RowAbout): boolean {
  if (!account && !lead) return false;
  go({
    name: 'write',
    about: {
      ...(account && { account: named(account) }),
      ...(lead && !account && { lead: named(lead) }),
      ...(account && opportunity && { opportunity: named(opportunity) }),
    },
  });
  return true;
}

const named = ({ id, name }: Named): Named => ({ id, name });
