import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, PROJECT_NODE, ROOT } from './install.mjs';

install();
const start = spawn(PROJECT_NODE, [join(ROOT, 'scripts/start/main.ts'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
// A terminal signals the whole group; a process manager signals only this process, so it is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => start.kill(signal));
start.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
