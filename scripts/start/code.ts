import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localCode } from '../../shared/local-code.ts';
import { sha256Hex } from '../../shared/message-key.ts';
import { databasePath, query } from './databases.ts';

export type CodeSource = { secretFile: string; current(): Promise<string> };

/** A secret for this start, in a file that only this user may read, and the code that now opens local sign-in. */
export function newCodeSource(dataDir: string): CodeSource {
  const secret = randomBytes(32).toString('hex');
  const secretFile = join(dataDir, 'secret.env');
  writeFileSync(secretFile, `LOCAL_SECRET=${secret}\n`, { mode: 0o600 });
  return { secretFile, current: () => currentCode(dataDir, secret) };
}

async function currentCode(dataDir: string, secret: string): Promise<string> {
  const [row] = query(
    databasePath(dataDir, 'CONTROL'),
    'SELECT counter FROM local_code WHERE secret_hash = ?',
    await sha256Hex(secret),
  );
  const code = await localCode(secret, Number(row?.counter ?? 0));
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
