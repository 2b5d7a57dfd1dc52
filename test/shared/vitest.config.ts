import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: { name: 'shared', include: ['test/shared/**/*.test.ts'], silent: 'passed-only' },
});
