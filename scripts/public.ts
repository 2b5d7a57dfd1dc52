import { cpSync, mkdirSync } from 'node:fs';
import { fromRoot } from './root.ts';

/** Gathers the worker's static files: our pages and the API explorer, served from here and never from a CDN. */
export function gatherPublicFiles(): void {
  mkdirSync(fromRoot('dist/public/docs'), { recursive: true });
  cpSync(fromRoot('worker/public'), fromRoot('dist/public'), { recursive: true });
  cpSync(
    fromRoot('node_modules/openapi-explorer/dist/browser/openapi-explorer.min.js'),
    fromRoot('dist/public/docs/openapi-explorer.min.js'),
  );
}

if (import.meta.main) gatherPublicFiles();
