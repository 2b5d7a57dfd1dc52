import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ApiError } from '../shared/api-error.ts';
import type { AppEnv } from './env.ts';
import { databaseMessage, ServiceError } from './errors.ts';

// Words of D1's transient failures (developers.cloudflare.com/d1/best-practices/retry-queries).
const TRANSIENT = /Network connection lost|reset|overloaded|starting up/i;

/** The only place where a failure becomes HTTP. What was not foreseen says nothing but its request id. */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) logFailure(error, c);
  if (refusal.status === 503) c.header('retry-after', '1');
  return answer(refusal, c);
};

export const onNotFound: NotFoundHandler<AppEnv> = (c) => answer(new ServiceError('not_found'), c);

function answer({ code, status, fields, detail }: ServiceError, c: Context<AppEnv>) {
  const body: ApiError = {
    code,
    message: code.replaceAll('_', ' '),
    requestId: c.var.requestId,
    ...(fields && { fields }),
    ...(detail && { detail }),
  };
  return c.json(body, status);
}

function refusalOf(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  // The framework's own refusal of a body that is no JSON.
  if (error instanceof HTTPException && error.status === 400) {
    return new ServiceError('invalid', { fields: { $: 'json' } });
  }
  const isTransient = TRANSIENT.test(databaseMessage(error) ?? '');
  return new ServiceError(isTransient ? 'unavailable' : 'internal', { cause: error });
}

/** Messages may quote what a person typed, so only the database's own message and the places in our code are kept. */
function logFailure(error: unknown, c: Context<AppEnv>) {
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  console.error(
    JSON.stringify({
      event: 'failure',
      requestId: c.var.requestId,
      name: error instanceof Error ? error.name : typeof error,
      database: databaseMessage(error),
      at: stack.slice(0, 8).map((line) => line.trim()),
    }),
  );
}
