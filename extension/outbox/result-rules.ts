import * as z from 'zod';
import { ApiError } from '../../shared/api-error.ts';
import { Receipt } from '../../shared/receipt.ts';
import type { OutboxRecord, Refusal } from './record.ts';

/** What came of one attempt: an answer, or none. */
export type Attempt = { status: number; body: unknown; retryAfter?: string | null } | 'silence';

export type Verdict =
  | { kind: 'delivered'; receipt: Receipt }
  /** Tried again after `waitMs`; with scope `all` nothing else is sent before. `isSilent`: nobody of ours answered. */
  | { kind: 'keep'; waitMs: number; scope: 'one' | 'all'; isSilent: boolean }
  /** The whole queue waits for a person. */
  | { kind: 'pause'; reason: 'signed_out' | 'client_old' | 'server_old' }
  | { kind: 'rejected'; error: Refusal };

/** A server newer than this client may refuse for reasons that it has no name for; the status says what that means. */
const AnyRefusal = ApiError.extend({ code: z.string() });

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** Exponential, half of it at random so that many clients do not return in one moment. */
export function backoffMs(attempts: number, random: number): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MS);
  return Math.round(full * (0.5 + random / 2));
}

export type Trial = {
  attempt: Attempt;
  record: Pick<OutboxRecord, 'id' | 'hash' | 'attempts'>;
  now: number;
  random: number;
};

export function verdictOf(trial: Trial): Verdict {
  const { attempt } = trial;
  if (attempt === 'silence') return keep(trial, { isSilent: true });
  if (attempt.status < 300) return receiptVerdict(trial, attempt.body);
  const refusal = AnyRefusal.safeParse(attempt.body);
  // Whoever answered in other words than ours (a gateway, a network's sign-in page) says nothing about the record.
  if (!refusal.success) return keep(trial, { isSilent: true });
  return refusalVerdict(trial, attempt.status, refusal.data);
}

function receiptVerdict(trial: Trial, body: unknown): Verdict {
  const receipt = Receipt.safeParse(body);
  const { id, hash } = trial.record;
  if (receipt.success && receipt.data.id === id && receipt.data.hash === hash) {
    return { kind: 'delivered', receipt: receipt.data };
  }
  return keep(trial, { isSilent: !receipt.success });
}

function refusalVerdict(
  trial: Trial,
  status: number,
  { code, detail, fields }: z.infer<typeof AnyRefusal>,
): Verdict {
  if (status === 401) return { kind: 'pause', reason: 'signed_out' };
  if (status === 426) return { kind: 'pause', reason: 'client_old' };
  // Unknown references are 422, so a route that does not exist is what 404 and 405 mean here.
  if (status === 404 || status === 405) return { kind: 'pause', reason: 'server_old' };
  if (status === 429 || status === 503) return keep(trial, { scope: 'all' });
  if (status >= 500 || status === 408 || code === 'workspace_moved') return keep(trial);
  return { kind: 'rejected', error: { code, detail, fields } };
}

function keep(
  { attempt, record, now, random }: Trial,
  how: { scope?: 'one' | 'all'; isSilent?: boolean } = {},
): Verdict {
  const asked = attempt === 'silence' ? 0 : retryAfterMs(attempt.retryAfter, now);
  const waitMs = Math.max(backoffMs(record.attempts, random), asked);
  return { kind: 'keep', scope: 'one', isSilent: false, ...how, waitMs };
}

/** `Retry-After`: seconds or a date (RFC 9110 §10.2.3). At most an hour is believed. */
export function retryAfterMs(header: string | null | undefined, now: number): number {
  if (!header) return 0;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : 0;
}
