import { ApiFailure, ServerMismatch, SignedOut, Unreachable } from '../api/failures.ts';
import { type MessageKey, type MessageValues, tOr } from './i18n.ts';

const MISMATCH = {
  not_sidelog: 'wrong_server',
  server_old: 'server_too_old',
  client_old: 'client_too_old',
} as const;

/** The code under `error.` in the locale files; `unknown` for what nobody foresaw. */
export function errorCode(error: unknown): string {
  if (error instanceof ApiFailure) return error.code;
  if (error instanceof Unreachable) return 'unreachable';
  if (error instanceof SignedOut) return 'signed_out';
  if (error instanceof ServerMismatch) return MISMATCH[error.reason];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}

/** What happened, what is safe, what to do. */
export const errorText = (error: unknown): string => codeText(errorCode(error));

export const codeText = (code: string, values: MessageValues = {}): string =>
  tOr(`error.${code}`, 'error.unknown', values);

/** The sentence for a refused input, from the reason code that the server gives for its path. */
export const fieldText = (reason: string): string =>
  tOr(`error.field.${reason}`, 'error.field.unknown' satisfies MessageKey);
