import type { ApiError, ErrorCode } from '../../shared/api-error.ts';

/** The server understood the request and refused it. */
export class ApiFailure extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly requestId: string;
  readonly fields: ApiError['fields'];
  readonly detail: ApiError['detail'];

  constructor(status: number, { code, requestId, fields, detail }: ApiError) {
    super(code);
    this.name = 'ApiFailure';
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.fields = fields;
    this.detail = detail;
  }
}

/** No answer: no network, no server, or a connection that broke. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** Something answered that this panel cannot work with. */
export class ServerMismatch extends Error {
  readonly reason: 'not_sidelog' | 'server_old' | 'client_old';

  constructor(reason: ServerMismatch['reason']) {
    super(reason);
    this.name = 'ServerMismatch';
    this.reason = reason;
  }
}

/** Nobody is signed in, or the session is over. */
export class SignedOut extends Error {
  constructor() {
    super('signed_out');
    this.name = 'SignedOut';
  }
}
