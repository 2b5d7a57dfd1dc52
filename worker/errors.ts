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

/**
 * The code with which a `refuse` guard aborted a batch, or the constraint that failed; undefined for any other error.
 * D1 reports both only inside the message text.
 */
export function abortCode(error: unknown): string | undefined {
  const message = error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error);
  const refused = /D1_ERROR: ([a-z_]+): SQLITE_CONSTRAINT/.exec(message);
  if (refused) return refused[1];
  if (/UNIQUE constraint failed/.test(message)) return 'unique';
  if (/FOREIGN KEY constraint failed/.test(message)) return 'foreign_key';
  return undefined;
}
