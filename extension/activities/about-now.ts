import { captured } from '../app/captured.ts';
import type { About } from './write/written.ts';

let last: { capturedAt: number; about: About } | undefined;

/** Remembers to whom the item shown in Now would be logged. */
export function noteAbout(capturedAt: number, about: About): void {
  last = { capturedAt, about };
}

/** To whom a log written now most likely belongs: whoever the mail beside the panel is from. */
export function aboutNow(): About | undefined {
  const state = captured.peek();
  return state.state === 'done' && last?.capturedAt === state.capturedAt ? last.about : undefined;
}
