/** Compares dotted version numbers part by part. What is no number is older than any. */
export function isOlder(version: string, than: string): boolean {
  const own = version.split('.').map(Number);
  for (const [i, least] of than.split('.').map(Number).entries()) {
    const part = own[i] ?? 0;
    if (part !== least) return !(part > least);
  }
  return false;
}
