import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { errorText } from '../app/error-text.ts';

/** Runs what may fail on this device, as on a full disk; `failure` says why it did. */
export function useAttempt(): {
  attempt: (work: () => Promise<unknown>) => void;
  failure: ComponentChildren;
} {
  const [error, setError] = useState<unknown>();
  const attempt = (work: () => Promise<unknown>) => {
    setError(undefined);
    work().catch(setError);
  };
  const failure = error !== undefined && (
    <p class="text-xs text-danger" role="alert">
      {errorText(error)}
    </p>
  );
  return { attempt, failure };
}
