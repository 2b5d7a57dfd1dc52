// Gathers the worker's static files: our pages and the API explorer, which is served from here and never from a CDN.
// Plain JavaScript, because wrangler runs it on whatever Node comes first.
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'dist/public');

mkdirSync(join(target, 'docs'), { recursive: true });
cpSync(join(root, 'worker/public'), target, { recursive: true });
cpSync(
  join(root, 'node_modules/openapi-explorer/dist/browser/openapi-explorer.min.js'),
  join(target, 'docs/openapi-explorer.min.js'),
);
