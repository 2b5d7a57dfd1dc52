import { expect, test } from 'vitest';
import * as z from 'zod';
import { app } from '../../../worker/index.ts';
import { testEnv } from '../setup/databases.ts';
import { ENDPOINTS } from './endpoints.ts';
import { fuzzRoutes } from './fuzz-route.ts';

const Described = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

test('every route that is described is fuzzed, and no other', async () => {
  const { paths } = Described.parse(await (await app.request('/api/v1/openapi.json', {}, testEnv)).json());
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted());
});

// Beside the writes, in a process of their own.
fuzzRoutes((route) => route.startsWith('GET '));
