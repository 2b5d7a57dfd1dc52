import { createMiddleware } from 'hono/factory';
import { validator } from 'hono-openapi';
import type * as z from 'zod';
import type { AppEnv } from './env.ts';
import { ServiceError } from './errors.ts';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

/** Validates one part of a request by its schema, which also describes it in the OpenAPI document. */
export function validate<Schema extends z.ZodType, Target extends 'json' | 'query' | 'param'>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result) => {
    if (!result.success) throw new ServiceError('invalid', { fields: reasons(result.error) });
  });
}

/** path → reason code: our own codes where a schema names one, else zod's (`invalid_type`, `too_big`, …). */
function reasons(issues: readonly Issue[]): Record<string, string> {
  return Object.fromEntries(
    issues.flatMap((issue) => {
      const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
      const code = 'code' in issue ? String(issue.code) : 'invalid';
      const unknown = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : undefined;
      if (unknown) return unknown.map((key) => [[...path, key].join('.'), 'unknown_field']);
      const isOwn = /^[a-z]+(_[a-z]+)*$/.test(issue.message);
      return [[path.join('.') || '$', isOwn ? issue.message : code]];
    }),
  );
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** A write carries JSON, said so: which also keeps plain web forms from posting anything. */
export const jsonOnly = createMiddleware<AppEnv>(async (c, next) => {
  const hasBody = c.req.method === 'POST' || c.req.method === 'PATCH' || c.req.method === 'PUT';
  if (hasBody && !JSON_TYPE.test(c.req.header('content-type') ?? '')) {
    throw new ServiceError('unsupported_media');
  }
  await next();
});

/** The version that an edit is based on, from `If-Match: "<version>"`. */
export function expectedVersion(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new ServiceError('version_required');
  const match = /^(?:W\/)?"(\d{1,15})"$/.exec(ifMatch.trim());
  if (!match) throw new ServiceError('stale_version');
  return Number(match[1]);
}

export const etagOf = (record: { version: number }): string => `"${record.version}"`;
