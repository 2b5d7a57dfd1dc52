/** A run of sending: how many were to go since the queue was last empty. */
export type SendingRun = { total: number; left: number };

export const IDLE: SendingRun = { total: 0, left: 0 };

/** Few go out in a moment; only a longer run is worth a line. */
const WORTH_SHOWING = 3;

/** The run after the queue holds `left` records: what was added since belongs to it, an empty queue ends it. */
export function nextRun(run: SendingRun, left: number): SendingRun {
  if (left === 0) return IDLE;
  return { total: run.total + Math.max(0, left - run.left), left };
}

/** `done` counts the one on its way: "Sending 2 of 4". */
export function progressOf({ total, left }: SendingRun): { done: number; total: number } | undefined {
  return total < WORTH_SHOWING ? undefined : { done: Math.min(total, total - left + 1), total };
}
