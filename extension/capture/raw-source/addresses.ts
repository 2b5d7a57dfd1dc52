import { addressParser } from 'postal-mime';
import type { Address } from '../../../shared/capture.ts';
import { joinWords } from './encoded-words.ts';

type Parsed = { name: string; address?: string; group?: { name: string; address: string }[] };

/** Mailboxes of one address header, groups opened. An address stays as the header has it, punycode and case included. */
export function addresses(value: string): Address[] {
  const parsed: Parsed[] = addressParser(joinWords(value));
  return parsed
    .flatMap((entry) => entry.group ?? [{ name: entry.name, address: entry.address ?? '' }])
    .flatMap(mailbox);
}

function mailbox({ name, address }: { name: string; address: string }): Address[] {
  const email = address.includes('@') ? address.trim() : undefined;
  const shown = (name || (email ? '' : address)).replace(/\s+/g, ' ').trim();
  if (!email && !shown) return [];
  return [{ ...(shown && { name: shown }), ...(email && { email }) }];
}
