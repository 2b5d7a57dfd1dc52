import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error.ts';
import { fromRoot, ROOT } from '../root.ts';

export const EXTENSION_DIR = fromRoot('dist/extension/chrome-mv3');
const STAMP = fromRoot('dist/extension/built-from');
const SOURCES = ['extension', 'shared', 'wxt.config.ts', 'package-lock.json', 'package.json'];

/** Builds the extension where its sources changed since the last build. */
export async function buildExtension(): Promise<void> {
  const sources = fingerprint();
  if (existsSync(join(EXTENSION_DIR, 'manifest.json')) && stamp() === sources) return;
  process.stderr.write('Building the extension …\n');
  await runBuild();
  writeFileSync(STAMP, sources);
}

const stamp = (): string => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '');

/** Paths, sizes and times of everything that goes into the build: cheap, and any save changes it. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.map((source) => fromRoot(source)).filter(existsSync)) {
    for (const file of filesOf(path)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.wxt'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function runBuild(): Promise<void> {
  const build = spawn(process.execPath, [fromRoot('node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => build.kill());
  const said: string[] = [];
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (part) => said.push(String(part)));
  const code = await new Promise<number | null>((resolve, reject) => {
    build.once('error', reject);
    build.once('close', resolve);
  });
  if (code === 0) return;
  if (said.join('').includes('ENOSPC')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  throw new PlainError('The extension could not be built: "npm run build" shows why.');
}
