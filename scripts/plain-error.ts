/** A failure that the person at the terminal can act on: its message is the one sentence that they get to read. */
export class PlainError extends Error {}

/** Runs a script's main function; a PlainError becomes its sentence, anything else keeps its stack. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return 'There is no space left on this disk: free about 500 MB and run this again.';
  if (code === 'EACCES' || code === 'EROFS') return `This folder cannot be written: ${String(error)}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
