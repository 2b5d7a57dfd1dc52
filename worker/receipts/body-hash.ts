import type { Context } from 'hono';
import { sha256Hex } from '../../shared/message-key.ts';

/** SHA-256 (hex) of the body exactly as it came; validation has read it already, the framework keeps its text. */
export const bodyHash = async (c: Context): Promise<string> => sha256Hex(await c.req.text());
