// Plain JavaScript without dependencies: it runs before anything is installed, on whatever Node is there.
import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = 20;

/** The Node that the project brings along; npm scripts find it first on their PATH, other callers name it. */
export const PROJECT_NODE = join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function writtenAt(path) {
  try {
    return statSync(join(ROOT, path)).mtimeMs;
  } catch {
    return 0;
  }
}

function isInstalled() {
  const installed = writtenAt('node_modules/.package-lock.json');
  return (
    installed > 0 && installed >= writtenAt('package-lock.json') && writtenAt('node_modules/node/bin') > 0
  );
}

export function install() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    fail(
      `Sidelog needs Node ${OLDEST_NODE} or newer and this is ${process.version}: install it from https://nodejs.org.`,
    );
  }
  if (isInstalled()) return;
  process.stderr.write('Installing packages (once, about a minute) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
    encoding: 'utf8',
  });
  if (npm.status === 0) return;
  const said = npm.stderr ?? '';
  if (said.includes('ENOSPC'))
    fail('There is no space left on this disk: free about 1 GB and run the same command again.');
  fail('Packages could not be installed: "npm ci" shows why.');
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) install();
