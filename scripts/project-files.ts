import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from './root.ts';

/** Every text file of ours that git knows or would add, as paths from the root. */
export function projectFiles(): string[] {
  process.chdir(ROOT);
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .split('\0')
    .filter((path) => /\.(ts|tsx|mjs|js|css|sql|html)$/.test(path) && existsSync(path));
}
