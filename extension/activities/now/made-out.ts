import { signal } from '@preact/signals';
import type { Address, CapturedMail, FrameResult } from '../../../shared/capture.ts';
import { type CaptureState, requestCapture } from '../../app/captured.ts';

/** What the rep said where the page alone did not tell: who wrote, or that the marked words are the mail. */
type Said = { capturedAt: number; sender?: Address } | { capturedAt?: undefined };
const said = signal<Said | undefined>(undefined);

export type Doubt = Pick<Extract<FrameResult, { status: 'none' }>, 'selection' | 'candidates' | 'mail'>;

/** What is known of a mail that could not be told; undefined where nothing is open that could be one. */
export function doubtOf(state: CaptureState): Doubt | undefined {
  if (state.state !== 'done' || state.result.status !== 'none') return undefined;
  return state.result.reason === 'cannot_tell' ? state.result : undefined;
}

export function pickSender(state: CaptureState, sender: Address): void {
  if (state.state === 'done') said.value = { capturedAt: state.capturedAt, sender };
}

/** Takes the marked words; where none were marked when the page was read, it is read once more for them. */
export async function takeMarkedWords(state: CaptureState): Promise<void> {
  if (state.state === 'done' && doubtOf(state)?.selection) said.value = { capturedAt: state.capturedAt };
  else {
    said.value = {};
    await requestCapture();
  }
}

/** The mail as the rep made it out. */
export function madeOut(state: CaptureState): CapturedMail | undefined {
  const doubt = doubtOf(state);
  if (state.state !== 'done' || !doubt || !said.value) return undefined;
  const { capturedAt } = said.value;
  if (capturedAt !== undefined && capturedAt !== state.capturedAt) return undefined;
  const sender = said.value.capturedAt === undefined ? undefined : said.value.sender;
  if (!sender && !doubt.selection) return undefined;
  return {
    ...EMPTY,
    pageKey: state.url,
    ...doubt.mail,
    ...(doubt.selection && ownWords(doubt.selection)),
    ...(sender && { from: sender }),
  };
}

/** What was read besides belongs to words that these stand in for. */
const ownWords = (text: string): Partial<CapturedMail> => ({
  text,
  quoted: undefined,
  quotedMessages: undefined,
  folds: undefined,
  signature: undefined,
});

const EMPTY: CapturedMail = {
  kind: 'mail',
  adapter: 'selection',
  readFrom: 'dom',
  pageKey: '',
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  references: [],
  text: '',
  attachments: [],
};
