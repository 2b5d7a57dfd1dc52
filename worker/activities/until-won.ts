import { abortCode, ServiceError, takenIn } from '../errors.ts';

/** Reads and writes, and does so again where it lost a race to another request, which shows what stands there by then. */
export async function untilWon<T>(attempts: number, attempt: () => Promise<T>): Promise<T> {
  let lost: unknown;
  for (let i = 0; i < attempts; i++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isLostRace(error)) throw error;
      lost = error;
    }
  }
  throw lost instanceof ServiceError ? lost : new ServiceError('unavailable', { cause: lost });
}

/**
 * Something read has changed or gone before the batch, or the same log or message was stored first: worth another look.
 * The id of a record or task that is there already, or was taken back, stays taken however often it is looked at.
 */
function isLostRace(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  const code = abortCode(cause);
  if (code === 'unique') return STORED_FIRST.includes(takenIn(cause) ?? '');
  return code === 'changed_meanwhile' || code === 'record_gone' || code === 'foreign_key';
}

const STORED_FIRST = ['receipt', 'activity'];
