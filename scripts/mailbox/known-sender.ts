import { LARKFIELD_PEOPLE } from '../seed/cast.ts';
import { MAILBOX_ACCOUNTS_EN } from '../seed/mailbox-accounts-en.ts';
import { MAILBOX_ACCOUNTS_ZH } from '../seed/mailbox-accounts-zh.ts';
import type { Sender } from './sample-mail.ts';

const KNOWN: readonly Sender[] = [
  ...LARKFIELD_PEOPLE,
  ...[...MAILBOX_ACCOUNTS_EN, ...MAILBOX_ACCOUNTS_ZH].flatMap(({ contacts }) => contacts),
];

/** Somebody of the sample workspace, by address: whoever writes from it is found in the panel. */
export function known(email: string): Sender {
  const person = KNOWN.find((candidate) => candidate.email === email);
  if (!person) throw new Error(`${email} is not in the sample workspace.`);
  return { name: person.name, email };
}

/** Whose mailbox it is: the person that "Try as a rep" signs in. */
export const OWNER = known('rep@example.test');
