import type { Language } from '../seed/names.ts';

export type Sender = { name: string; email: string };

/** What was sent before and is answered: it stands at the end of the reply, as the sender's program quotes it. */
export type Quoted = { daysEarlier: number; text: string };

/** One mail of the sample mailbox, as it was written. What depends on the day is filled in when the server starts. */
export type SampleMail = {
  id: string;
  language: Language;
  from: Sender;
  cc?: readonly Sender[];
  subject: string;
  /** How long before the start it was sent, or on which day and at which hour of its sender's. */
  sent: { minutesAgo: number } | { daysAgo: number; at: `${number}:${number}` };
  /** The sender's offset from UTC, as `+0800`. */
  zone: string;
  text: string;
  quoted?: Quoted;
  /** The same words as their sender laid them out. */
  html?: string;
  attachment?: { name: string; type: string; content: string };
  /** Header lines beyond the usual ones. */
  headers?: Readonly<Record<string, string>>;
};
