import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: { name: 'scripts', include: ['test/scripts/**/*.test.ts'], silent: 'passed-only' },
});
