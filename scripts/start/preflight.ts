import { mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { PlainError } from '../plain-error.ts';

const NEEDED_MB = 300;

export async function checkPort(port: number, option: '--port' | '--mail-port' = '--port'): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)));
  });
  if (code === 'EADDRINUSE') {
    throw new PlainError(
      `Port ${port} is taken, perhaps by another Sidelog: stop that program or choose one with "npm start -- ${option} ${port + 1}".`,
    );
  }
  if (code)
    throw new PlainError(`Port ${port} cannot be used (${code}): choose one above 1023 with ${option}.`);
}

export async function checkDisk(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const { bavail, bsize } = await statfs(dataDir);
  const freeMb = Math.floor((bavail * bsize) / 1_048_576);
  if (freeMb < NEEDED_MB) {
    throw new PlainError(
      `Only ${freeMb} MB are free where ${dataDir} lies and Sidelog wants ${NEEDED_MB}: free some space, or choose another place with --data.`,
    );
  }
}
