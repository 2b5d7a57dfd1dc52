import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { projects: ['test/{shared,extension,worker,scripts}/vitest.config.ts'], silent: 'passed-only' },
});
