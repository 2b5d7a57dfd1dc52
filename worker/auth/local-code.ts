import { and, eq, gte, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { localCode } from '../../shared/local-code.ts';
import { localCodeState } from '../db/control/schema.ts';
import { ServiceError } from '../errors.ts';
import { isSameText, secretHash } from './token.ts';

const TRIES_PER_CODE = 10;

/**
 * Counts a try and compares it with the code that is current. After ten tries the next code is current, so that nobody
 * can walk through all of them. Returns the number of the code, which `useUpLocalCode` spends.
 */
export async function checkLocalCode(
  control: DrizzleD1Database,
  secret: string,
  typed: string,
): Promise<number> {
  const key = await secretHash(secret);
  const isSpent = sql`${localCodeState.tries} >= ${TRIES_PER_CODE}`;
  const [state] = await control
    .insert(localCodeState)
    .values({ secretHash: key, counter: 0, tries: 1 })
    .onConflictDoUpdate({
      target: localCodeState.secretHash,
      set: {
        counter: sql`${localCodeState.counter} + (${isSpent})`,
        tries: sql`CASE WHEN ${isSpent} THEN 1 ELSE ${localCodeState.tries} + 1 END`,
      },
    })
    .returning();
  if (!state) throw new ServiceError('internal');
  if (isSameText(typed, await localCode(secret, state.counter))) return state.counter;
  if (state.tries >= TRIES_PER_CODE) await moveOn(control, key, state.counter);
  throw new ServiceError('code_wrong');
}

/** At once, not at the next try: `npm start` prints the code that is current. */
async function moveOn(control: DrizzleD1Database, key: string, counter: number): Promise<void> {
  await control
    .update(localCodeState)
    .set({ counter: counter + 1, tries: 0 })
    .where(
      and(
        eq(localCodeState.secretHash, key),
        eq(localCodeState.counter, counter),
        gte(localCodeState.tries, TRIES_PER_CODE),
      ),
    );
}

/** A code lets one person in, once: of two who used it at the same moment, one is refused. */
export async function useUpLocalCode(
  control: DrizzleD1Database,
  secret: string,
  counter: number,
): Promise<void> {
  const used = await control
    .update(localCodeState)
    .set({ counter: counter + 1, tries: 0 })
    .where(and(eq(localCodeState.secretHash, await secretHash(secret)), eq(localCodeState.counter, counter)))
    .returning({ counter: localCodeState.counter });
  if (used.length === 0) throw new ServiceError('code_wrong');
}
