import { expect, test } from 'vitest';
import { describedRoutes } from './described.ts';
import { ENDPOINTS } from './endpoints.ts';
import { fuzzRoutes } from './fuzz-route.ts';

test('every route that is described is fuzzed, and no other', async () => {
  const described = [...(await describedRoutes()).keys()];
  expect(described.toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted());
});

// Beside the writes, in a process of their own.
fuzzRoutes((route) => route.startsWith('GET '));
