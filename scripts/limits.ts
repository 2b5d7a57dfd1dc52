import { readFileSync } from 'node:fs';
import { CONVENTIONS, type Finding } from './conventions.ts';
import { projectFiles } from './project-files.ts';

/** The conventions that Biome has no rule for. Each finding is one line: where, and why. */
const findings: Finding[] = projectFiles().flatMap((path) => {
  const file = { path, lines: readFileSync(path, 'utf8').split('\n') };
  return CONVENTIONS.flatMap((convention) => convention(file));
});

for (const { path, line, why } of findings) process.stderr.write(`${path}:${line} ${why}\n`);
if (findings.length > 0) process.exitCode = 1;
