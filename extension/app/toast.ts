import { signal } from '@preact/signals';

export type ToastRequest = {
  text: string;
  tone?: 'ok' | 'warn';
  /** How long it stays, 6 without `seconds`. With an action the seconds are counted down in view. */
  seconds?: number;
  action?: { label: string; run: () => void; keys?: string };
};
export type ShownToast = ToastRequest & { endsAt: number };

/** The one toast on screen. */
export const toast = signal<ShownToast | undefined>(undefined);
const SECONDS = 6;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Replaces the toast on screen. An error that needs an answer is not a toast. */
export function showToast(request: ToastRequest): void {
  clearTimeout(timer);
  const ms = (request.seconds ?? SECONDS) * 1000;
  toast.value = { ...request, endsAt: Date.now() + ms };
  timer = setTimeout(hideToast, ms);
}

export function hideToast(): void {
  clearTimeout(timer);
  toast.value = undefined;
}
