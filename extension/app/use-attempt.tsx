import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { errorText } from './error-text.ts';

export type Attempt = {
  attempt: (work: () => Promise<unknown>) => void;
  isBusy: boolean;
  /** Why the last attempt failed. */
  failure: ComponentChildren;
};

/** Runs what may fail on this device, as on a full disk. */
export function useAttempt(): Attempt {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const attempt = (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    work()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  const failure = error !== undefined && (
    <p class="mt-1 text-xs text-danger" role="alert">
      {errorText(error)}
    </p>
  );
  return { attempt, isBusy, failure };
}
