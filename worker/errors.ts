import { type ApiError, ERROR_STATUS, type ErrorCode } from '../shared/api-error.ts';

/** A refusal that the client has a sentence for. Thrown by verbs, turned into HTTP by `onError` alone. */
export class ServiceError extends Error {
  readonly code: ErrorCode;
  readonly fields?: ApiError['fields'];
  readonly detail?: ApiError['detail'];

  constructor(code: ErrorCode, about: Pick<ApiError, 'fields' | 'detail'> & { cause?: unknown } = {}) {
    super(code, { cause: about.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.fields = about.fields;
    this.detail = about.detail;
  }

  get status() {
    return ERROR_STATUS[this.code];
  }
}

/** What D1 itself said; undefined for any other error. Drizzle's wrapper quotes the parameters, so it is never used. */
export function databaseMessage(error: unknown): string | undefined {
  const messages = [error, error instanceof Error ? error.cause : undefined].map((e) =>
    e instanceof Error && e.message.startsWith('D1_') ? e.message : undefined,
  );
  return messages.find((message) => message !== undefined);
}

/** The code with which a `refuse` guard aborted a batch, or the kind of constraint that failed. */
export function abortCode(error: unknown): string | undefined {
  const message = databaseMessage(error);
  if (message === undefined) return undefined;
  const refused = /^D1_ERROR: ([a-z_]+): SQLITE_CONSTRAINT/.exec(message);
  if (refused) return refused[1];
  if (/UNIQUE constraint failed/.test(message)) return 'unique';
  if (/FOREIGN KEY constraint failed/.test(message)) return 'foreign_key';
  return undefined;
}

/** The table in which something is there already, where that aborted a batch (`unique`). */
export const takenIn = (error: unknown): string | undefined =>
  /UNIQUE constraint failed: (\w+)\./.exec(databaseMessage(error) ?? '')?.[1];
