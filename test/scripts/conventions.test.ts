import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { CONVENTIONS } from '../../scripts/conventions.ts';
import { fromRoot } from '../../scripts/root.ts';

const whyNot = (path: string, text: string): string[] => {
  const file = { path, lines: text.split('\n') };
  return CONVENTIONS.flatMap((convention) => convention(file)).map(({ line, why }) => `${line} ${why}`);
};

test.each(
  [
    ['worker/accounts/utils.ts', 'export {};', 'names no job'],
    ['worker/accounts/getAccount.ts', 'export {};', 'kebab-case'],
    ['shared/long.ts', 'a\n'.repeat(301), '301 lines, 300 at most'],
    ['shared/lead.ts', `// @${'ts'}-ignore\n`, 'type checker'],
    ['shared/lead.ts', `// biome-${'ignore'} lint/style/x\n`, 'says its reason'],
    ['test/shared/lead.test.ts', `test.${'skip'}('x', () => {});`, 'not skipped'],
    ['extension/ui/Row.tsx', `node.${'innerHTML'} = text;`, 'never becomes HTML'],
    ['extension/ui/Row.tsx', `<p ${'dangerouslySetInnerHTML'}={{ __html: text }} />`, 'never becomes HTML'],
    ['worker/db/shard/migrations/0002.sql', 'REFERENCES a (id) ON DELETE CASCADE', 'cascade'],
    ['worker/db/shard/migrations/0002.sql', 'CREATE TABLE __new_account (id TEXT)', 'rebuild'],
    ['worker/accounts/service.ts', "import { a } from './routes';", 'with their extension'],
    ['shared/lead.ts', `import { z } ${'from'} 'zod';`, 'import * as z'],
    ['extension/capture/mail.ts', "import { Email } from '../../shared/contact.ts';", 'only types'],
  ].map(([path = '', text = '', why = '']) => ({ path, text, why })),
)('$path: $why', ({ path, text, why }) => {
  expect(whyNot(path, text).join()).toContain(why);
});

test.each([
  ['worker/db/shard/schema.ts', 'a\n'.repeat(500)],
  ['extension/ui/Button.tsx', 'export {};'],
  ['shared/lead.ts', `// biome-${'ignore'} lint/style/x: the reason\n`],
  ['extension/capture/mail.ts', "import type { Email } from '../../shared/contact.ts';"],
])('%s is fine', (path, text) => {
  expect(whyNot(path, text)).toEqual([]);
});

const FORBIDDEN: Record<string, string> = {
  'shared/server.ts': '../worker/index.ts',
  'shared/file.ts': 'node:fs/promises',
  'worker/words.ts': '../extension/app/i18n.ts',
  'worker/accounts/routes.ts': '../db/shard/schema.ts',
  'extension/app/types-of-the-api.ts': '../../worker/index.ts',
  'extension/ui/domain.ts': '../leads/lead.ts',
  'extension/capture/heavy.ts': 'zod',
};
const ALLOWED: Record<string, string> = {
  'worker/accounts/service.ts': '../db/shard/schema.ts',
  'extension/api/client.ts': '../../worker/index.ts',
  'extension/capture/own.ts': './mail.ts',
};

test('who may import whom is a lint error, not advice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelog-imports-'));
  for (const [path, imported] of Object.entries({ ...FORBIDDEN, ...ALLOWED })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), `import { a } from '${imported}';\n\nexport const b = a;\n`);
  }
  for (const file of ['biome.json', '.gitignore']) copyFileSync(fromRoot(file), join(folder, file));
  const biome = fromRoot('node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=github', '--max-diagnostics=none', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  rmSync(folder, { recursive: true });
  const refused = stdout
    .split('\n')
    .filter((line) => line.includes('noRestrictedImports'))
    .map(
      (line) => Object.keys({ ...FORBIDDEN, ...ALLOWED }).find((path) => line.includes(`/${path},`)) ?? line,
    );
  expect(refused.sort()).toEqual(Object.keys(FORBIDDEN).sort());
});
