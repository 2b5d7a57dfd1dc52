import { basename } from 'node:path';

export type SourceFile = { path: string; lines: readonly string[] };
export type Finding = { path: string; line: number; why: string };
type Convention = (file: SourceFile) => Finding[];

const MAX_LINES = 300;
const BANNED_NAMES = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'types',
  'constants',
  'manager',
];

const fileSize: Convention = ({ path, lines }) => {
  const isCode = /\.(ts|tsx|mjs|js)$/.test(path) && basename(path) !== 'schema.ts';
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  if (!isCode || count <= MAX_LINES) return [];
  return [
    { path, line: MAX_LINES + 1, why: `${count} lines, ${MAX_LINES} at most: split it by verb or by rule` },
  ];
};

const fileName: Convention = ({ path }) => {
  const [name = ''] = basename(path).split('.');
  const isComponent = /\.tsx$/.test(path) && /^[A-Z][A-Za-z0-9]*$/.test(name);
  if (BANNED_NAMES.includes(name.toLowerCase())) {
    return [{ path, line: 1, why: `"${name}" names no job: name the file after what it does` }];
  }
  const isOurs = /\.(ts|tsx|mjs)$/.test(path);
  if (!isOurs || isComponent || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return [];
  return [{ path, line: 1, why: 'file names are kebab-case, components PascalCase.tsx' }];
};

type Pattern = { where: RegExp; not?: RegExp; what: RegExp; why: string };

// The words are put together so that this file does not find itself.
const word = (...parts: string[]): string => parts.join('');

const PATTERNS: Pattern[] = [
  {
    where: /\.(ts|tsx)$/,
    what: new RegExp(`@${word('ts-', '(ignore|nocheck|expect-error)')}`),
    why: 'the type checker is not silenced: parse, or say in a named function why a cast is right',
  },
  {
    where: /\.(ts|tsx|mjs|css)$/,
    what: new RegExp(`biome-${word('ign', 'ore')}(?!.*: \\S)`),
    why: 'a suppression says its reason behind a colon',
  },
  {
    where: /^test\//,
    what: /\b(it|test|describe)\.(skip|only|todo|fixme)\b|\bx(it|describe)\(/,
    why: 'tests are not skipped and none runs alone',
  },
  {
    where: /^extension\//,
    what: /\.(innerHTML|outerHTML)\s*=[^=]|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write\b/,
    why: 'captured text is text: it never becomes HTML',
  },
  {
    where: /^extension\//,
    what: /\beval\(|new Function\(/,
    why: 'no code is made from text',
  },
  {
    where: /migrations\/.*\.sql$/,
    what: /\bON\s+(DELETE|UPDATE)\s+CASCADE\b|__new_|\bPRAGMA\s+foreign_keys\b/i,
    why: 'D1 drops a table with foreign keys on: a cascade or a generated rebuild deletes its children in silence',
  },
  {
    where: /^(worker|shared|extension)\/.*\.(ts|tsx)$/,
    what: /from '\.{1,2}\/[^']*(?<!\.(ts|tsx|json|css))'/,
    why: 'own files are imported with their extension',
  },
  {
    where: /\.(ts|tsx)$/,
    what: /import \{ z \} from 'zod'/,
    why: "import * as z from 'zod': the named import cannot be tree-shaken by wrangler's bundler",
  },
  {
    where: /^extension\/(capture\/|entrypoints\/capture\.ts)/,
    what: /^import (?!type )[^;]*from '(\.\.\/)+shared\/(?!message-key|text)/,
    why: 'capture.js takes only types from shared: a value would bring zod into every page',
  },
];

const patterns: Convention = ({ path, lines }) =>
  PATTERNS.filter(({ where }) => where.test(path)).flatMap(({ what, why }) =>
    lines.flatMap((text, i) => (what.test(text) ? [{ path, line: i + 1, why }] : [])),
  );

export const CONVENTIONS: readonly Convention[] = [fileSize, fileName, patterns];
