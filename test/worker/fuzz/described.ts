import * as z from 'zod';
import { app } from '../../../worker/index.ts';
import { testEnv } from '../setup/databases.ts';

const Operation = z.object({ responses: z.record(z.string(), z.object({ description: z.string() })) });
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

/** Every route of the description, with the codes that it says the route answers with. */
export async function describedRoutes(): Promise<Map<string, string[]>> {
  const answer = await app.request('/api/v1/openapi.json', {}, testEnv);
  const { paths } = Document.parse(await answer.json());
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => [
        `${method.toUpperCase()} ${path}`,
        Object.values(responses).flatMap(({ description }) => description.split(', ')),
      ]),
    ),
  );
}
