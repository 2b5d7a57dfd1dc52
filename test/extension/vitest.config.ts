import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    name: 'extension',
    include: ['test/extension/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    setupFiles: ['test/extension/setup/browser.ts', 'test/extension/setup/sentences.ts'],
    silent: 'passed-only',
  },
});
