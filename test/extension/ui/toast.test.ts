import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetToasts, hideToast, showToast, toast } from '../../../extension/app/toast.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  forgetToasts();
  vi.useRealTimers();
});

const offer = (text: string, about?: string) =>
  showToast({ text, seconds: 30, action: { label: 'Undo', run: () => {} }, ...(about && { about }) });

test('a toast that offers to undo comes back for what is left of its time', () => {
  offer('Logged');
  showToast({ text: 'Copied' });
  expect(toast.value?.text).toBe('Copied');
  vi.advanceTimersByTime(6000);
  expect(toast.value?.text).toBe('Logged');
  vi.advanceTimersByTime(23_999);
  expect(toast.value?.text).toBe('Logged');
  vi.advanceTimersByTime(1);
  expect(toast.value).toBeUndefined();
});

test('of two that can be undone the later comes first', () => {
  offer('First');
  offer('Second');
  hideToast();
  expect(toast.value?.text).toBe('First');
});

test('what was changed again since cannot be undone out of order', () => {
  offer('To stage 2', 'opportunity');
  offer('To stage 3', 'opportunity');
  hideToast();
  expect(toast.value).toBeUndefined();
});

test('a toast without an action never comes back', () => {
  showToast({ text: 'Copied' });
  showToast({ text: 'Withdrawn' });
  hideToast();
  expect(toast.value).toBeUndefined();
});

test('one whose time ran out under another does not come back', () => {
  showToast({ text: 'Short', seconds: 3, action: { label: 'Undo', run: () => {} } });
  showToast({ text: 'Copied' });
  vi.advanceTimersByTime(6000);
  expect(toast.value).toBeUndefined();
});
