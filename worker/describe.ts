import { describeRoute, resolver } from 'hono-openapi';
import type * as z from 'zod';
import { ApiError, ERROR_STATUS, type ErrorCode } from '../shared/api-error.ts';

type Described = {
  summary: string;
  tags: string[];
  /** Status → schema of the answer; null for an answer without a body. */
  answers: Partial<Record<200 | 201 | 204, z.ZodType | null>>;
  /** Refusals beyond those that every route can give. */
  refusals?: readonly ErrorCode[];
  isPublic?: boolean;
};

const ANSWER = { 200: 'Done', 201: 'Created', 204: 'Done, nothing to say' } as const;

/** Describes a route by the schemas it really uses, so that the document cannot drift from the code. */
export function describe({ summary, tags, answers, refusals = [], isPublic = false }: Described) {
  const always: ErrorCode[] = isPublic ? ['invalid'] : ['invalid', 'unauthenticated', 'client_too_old'];
  const codes = Map.groupBy([...always, ...refusals], (code) => ERROR_STATUS[code]);
  const refused = [...codes].map(([status, of]) => [
    status,
    { description: of.join(', '), content: { 'application/json': { schema: resolver(ApiError) } } },
  ]);
  const answered = Object.entries(answers).map(([status, schema]) => [
    status,
    {
      description: ANSWER[Number(status) as keyof typeof ANSWER],
      ...(schema && {
        // The answer is what leaves the server, so defaults are filled in and transforms have run.
        content: { 'application/json': { schema: resolver(schema, { options: { io: 'output' } }) } },
      }),
    },
  ]);
  return describeRoute({
    summary,
    tags,
    ...(isPublic && { security: [] }),
    responses: Object.fromEntries([...answered, ...refused]),
  });
}
