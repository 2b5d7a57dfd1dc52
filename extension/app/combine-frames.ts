import { type CapturedMail, FrameResult } from '../../shared/capture.ts';

export type FrameAnswer = { frameId: number; result: FrameResult };

/** What a frame returned, checked: a page is never trusted. */
export function parseFrame(value: unknown): FrameResult {
  const parsed = FrameResult.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  return { status: 'error', message: `not a capture result: ${where}`.slice(0, 500) };
}

/**
 * One answer out of those of all frames: the messages ticked in a list, where these were asked for; an open mail wins, best with its source read; then what a webmail says of
 * itself (a list, a message being written, a frame that may not be read, a message that cannot be told), because then the page around it is not the
 * item; then the page of the top frame.
 */
export function combineFrames(answers: readonly FrameAnswer[]): FrameResult {
  const results = answers.toSorted((a, b) => a.frameId - b.frameId).map(({ result }) => result);
  const failed = results.flatMap((result) => result.failed ?? []).slice(0, 20);
  return { ...best(results), ...(failed.length > 0 && { failed }) };
}

function best(results: readonly FrameResult[]): FrameResult {
  const mails = results.filter(isMail);
  const selections = results.filter((result) => result.status === 'selection');
  return (
    selections.find(({ messages }) => messages.length > 0) ??
    selections[0] ??
    mails.find(({ item }) => item.readFrom === 'source') ??
    mails[0] ??
    results.find((result) => result.status === 'none' && result.reason === 'frame_blocked') ??
    results.find((result) => result.status === 'none' && result.reason === 'composing') ??
    results.find((result) => result.status === 'none' && result.reason === 'list') ??
    results.find((result) => result.status === 'none' && result.reason === 'cannot_tell' && result.adapter) ??
    results.find((result) => result.status === 'item') ??
    results.find((result) => result.status === 'error') ?? { status: 'none', reason: 'cannot_tell' }
  );
}

function isMail(result: FrameResult): result is FrameResult & { status: 'item'; item: CapturedMail } {
  return result.status === 'item' && result.item.kind === 'mail';
}
