import { ServiceError } from '../errors.ts';

/** What a request may ask of the databases, aborted batches included. */
const LIMIT = 40;
/** The session's row, and once an hour the note that it was seen. */
const SIGNING_IN = 2;
/** It stands before every batch of writes. */
const FENCE = 1;

/**
 * Counts the statements of a request that reads and writes again when it loses a race. Where the next attempt would pass
 * the limit the request stops as unavailable, and whoever sent it sends it again.
 */
export class StatementLimit {
  #spent = SIGNING_IN;

  spendRead(statements: number): void {
    this.#spend(statements);
  }

  spendWrite(statements: number): void {
    this.#spend(statements + FENCE);
  }

  #spend(statements: number): void {
    this.#spent += statements;
    if (this.#spent > LIMIT) throw new ServiceError('unavailable');
  }
}
