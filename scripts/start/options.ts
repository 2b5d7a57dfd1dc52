import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.ts';
import { fromRoot } from '../root.ts';

export type StartOptions = {
  port: number;
  /** Where the sample mailbox is served; undefined without it. */
  mailPort: number | undefined;
  dataDir: string;
  isEmpty: boolean;
  wantsBrowser: boolean;
};

const USAGE =
  'npm start -- [--port 8787] [--mail-port 8788] [--no-mail] [--empty] [--no-browser] [--data DIR]';

export function readStartOptions(args: string[]): StartOptions {
  const values = parse(args);
  const port = portOf('--port', values.port);
  const mailPort = values['no-mail'] ? undefined : portOf('--mail-port', values['mail-port']);
  if (port === mailPort) {
    throw new PlainError(
      `The server and the sample mailbox cannot share port ${port}: choose another with --mail-port, or --no-mail.`,
    );
  }
  return {
    port,
    mailPort,
    dataDir: dataDirOf(values.data),
    isEmpty: values.empty,
    wantsBrowser: !values['no-browser'],
  };
}

function portOf(option: string, typed: string): number {
  const port = Number(typed);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new PlainError(`${option} wants a number from 1 to 65535, not "${typed}".`);
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
        'mail-port': { type: 'string', default: '8788' },
        'no-mail': { type: 'boolean', default: false },
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    throw new PlainError(`One of these options is not known: ${args.join(' ')}. Usage: ${USAGE}`);
  }
}
