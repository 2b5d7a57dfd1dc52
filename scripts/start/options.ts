import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.ts';
import { fromRoot } from '../root.ts';

export type StartOptions = { port: number; dataDir: string; isEmpty: boolean; wantsBrowser: boolean };

const USAGE = 'npm start -- [--port 8787] [--empty] [--no-browser] [--data DIR]';

export function readStartOptions(args: string[]): StartOptions {
  const values = parse(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainError(`--port wants a number from 1 to 65535, not "${values.port}".`);
  }
  return {
    port,
    dataDir: dataDirOf(values.data),
    isEmpty: values.empty,
    wantsBrowser: !values['no-browser'],
  };
}

/** Where the local databases lie: `.sidelog` in the checkout unless told otherwise. */
export function dataDirOf(path: string | undefined): string {
  if (!path) return fromRoot('.sidelog');
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    throw new PlainError(`One of these options is not known: ${args.join(' ')}. Usage: ${USAGE}`);
  }
}
