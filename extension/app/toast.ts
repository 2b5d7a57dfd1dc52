import { computed, signal } from '@preact/signals';

export type ToastRequest = {
  text: string;
  tone?: 'ok' | 'warn';
  /** How long it stays, 6 without `seconds`. With an action the seconds are counted down in view. */
  seconds?: number;
  action?: { label: string; run: () => void; keys?: string };
  /** Id of what it happened to: what happened to it before can no longer be undone. */
  about?: string;
};
export type ShownToast = ToastRequest & { endsAt: number };

const toasts = signal<readonly ShownToast[]>([]);
/** The one toast on screen. */
export const toast = computed(() => toasts.value.at(-1));
const SECONDS = 6;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Replaces the toast on screen. One with an action comes back for what is left of its time: nothing else that happens
 * takes the chance to undo away. An error that needs an answer is not a toast.
 */
export function showToast(request: ToastRequest): void {
  const ms = (request.seconds ?? SECONDS) * 1000;
  const kept = toasts
    .peek()
    .filter(({ action, about }) => action && (about === undefined || about !== request.about));
  keepCurrent([...kept, { ...request, endsAt: Date.now() + ms }]);
}

/** Takes away the toast on screen. */
export function hideToast(): void {
  keepCurrent(toasts.peek().slice(0, -1));
}

/** For whoever comes next, who has nothing to undo. */
export function forgetToasts(): void {
  keepCurrent([]);
}

function keepCurrent(candidates: readonly ShownToast[]): void {
  clearTimeout(timer);
  const now = Date.now();
  toasts.value = candidates.filter(({ endsAt }) => endsAt > now);
  const shown = toasts.peek().at(-1);
  if (shown) timer = setTimeout(() => keepCurrent(toasts.peek()), shown.endsAt - now);
}
