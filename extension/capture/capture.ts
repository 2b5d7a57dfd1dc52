import type { CaptureArgs, CapturedMail, FrameResult } from '../../shared/capture.ts';
import type { Candidate, Page } from './adapter.ts';
import { bounded } from './bounds.ts';
import { readMail } from './mail.ts';
import { type Found, find } from './registry.ts';

/** What this frame answers. Never throws: a frame that fails says so, with the adapter that failed. */
export async function captureFrame(page: Page, args: CaptureArgs): Promise<FrameResult> {
  let adapter: string | undefined;
  try {
    const found = find(page);
    adapter = found.adapter;
    return bounded({
      ...(await answer(found, args)),
      ...(found.failed.length > 0 && { failed: found.failed }),
    });
  } catch (error) {
    return bounded({ status: 'error', adapter, message: String(error) });
  }
}

async function answer({ adapter, candidate, failed }: Found, { mode }: CaptureArgs): Promise<FrameResult> {
  if (!adapter || !candidate) {
    const [first] = failed;
    return first ? { status: 'error', ...first } : { status: 'none', reason: 'cannot_tell' };
  }
  if (candidate.kind === 'none') {
    const { reason, origin } = candidate;
    return { status: 'none', adapter, reason, ...(origin && { origin }) };
  }
  return {
    status: 'item',
    item: mode === 'probe' ? probed(adapter, candidate) : await read(adapter, candidate),
  };
}

type Item = Extract<FrameResult, { status: 'item' }>['item'];
type ItemCandidate = Exclude<Candidate, { kind: 'none' }>;

async function read(adapter: string, candidate: ItemCandidate): Promise<Item> {
  const { pageKey } = candidate;
  if (candidate.kind === 'page') return { kind: 'page', adapter, pageKey, ...candidate.read() };
  return { kind: 'mail', adapter, pageKey, ...(await readMail(candidate)) };
}

/** A probe only asks which item is open: nothing of its content is read. */
function probed(adapter: string, { kind, pageKey }: ItemCandidate): Item {
  if (kind === 'page') return { kind, adapter, pageKey, title: '', url: '', text: '' };
  return { ...EMPTY_MAIL, kind, adapter, pageKey };
}

const EMPTY_MAIL: Omit<CapturedMail, 'kind' | 'adapter' | 'pageKey'> = {
  readFrom: 'dom',
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  references: [],
  text: '',
  attachments: [],
};
