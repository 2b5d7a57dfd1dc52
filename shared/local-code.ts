/**
 * One-time codes for local sign-in. `npm start` hands the worker a random secret and prints code number `n`; the worker
 * counts how many are used up. Both sides compute the same eight digits, so no code ever travels between them.
 */
export async function localCode(secret: string, n: number): Promise<string> {
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    bytes.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const mac = await crypto.subtle.sign('HMAC', key, bytes.encode(String(n)));
  return String(new DataView(mac).getUint32(0) % 100_000_000).padStart(8, '0');
}
