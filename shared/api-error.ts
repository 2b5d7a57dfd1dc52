import * as z from 'zod';

/** Every code the server can answer with, and its HTTP status. Sentences belong to the client, in the user's language. */
export const ERROR_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  hash_conflict: 409,
  already_exists: 409,
  opportunity_closed: 409,
  workspace_moved: 409,
  stale_version: 412,
  too_large: 413,
  unsupported_media: 415,
  reference_unknown: 422,
  code_wrong: 422,
  client_too_old: 426,
  version_required: 428,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export const ApiError = z.object({
  code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  requestId: z.string(),
  /** Which inputs were refused and why: path → reason code. */
  fields: z.record(z.string(), z.string()).optional(),
  /** Facts for the sentence, such as who closed an opportunity and when. Only what the reader may see. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type ApiError = z.infer<typeof ApiError>;
