import type { Ask, CaptureArgs, CapturedMail, FrameResult, ListedMessage } from '../../shared/capture.ts';
import type { Candidate, MailCandidate, NoCandidate, Page } from './adapter.ts';
import { bounded } from './bounds.ts';
import { readMail } from './mail.ts';
import { SourceUnavailable } from './raw-source/fetch-source.ts';
import { type Found, first } from './registry.ts';

/** What this frame answers. Never throws: a frame that fails says so, with the adapter that failed. */
export async function captureFrame(page: Page, args: CaptureArgs): Promise<FrameResult> {
  const seen = look(page, args);
  try {
    return bounded({
      ...(await answer(seen, args)),
      ...(seen.failed.length > 0 && { failed: seen.failed }),
    });
  } catch (error) {
    return bounded({ status: 'error', adapter: seen.adapter, message: messageOf(error) });
  }
}

type Selection = { kind: 'selection'; messages: ListedMessage[] };
type Seen = Found<Candidate | Selection>;

function look(page: Page, ask: Ask): Seen {
  if (ask.mode === 'message') return first(page, (adapter) => adapter.message?.(page, ask.key));
  if (ask.mode !== 'selected') return first(page, (adapter) => adapter.find(page));
  return first(page, (adapter) => {
    const messages = adapter.selected?.(page);
    return messages && { kind: 'selection', messages };
  });
}

async function answer({ adapter, found, failed }: Seen, args: CaptureArgs): Promise<FrameResult> {
  if (!adapter || !found) {
    const [broken] = failed;
    return broken ? { status: 'error', ...broken } : { status: 'none', reason: 'cannot_tell' };
  }
  if (found.kind === 'selection') return { status: 'selection', adapter, messages: found.messages };
  if (found.kind === 'none') {
    const { kind, draft, ...none } = found;
    return { status: 'none', adapter, ...none, ...(draft && args.mode !== 'probe' && { draft: draft() }) };
  }
  if (args.mode === 'probe') return probeAnswer(adapter, found);
  const item = await read(adapter, found, args);
  const doubt = found.kind === 'mail' && item.kind === 'mail' && doubtAfter(found, item);
  return doubt ? { status: 'none', adapter, ...doubt, ...withoutSender(item) } : { status: 'item', item };
}

/** What the page alone does not say for certain may yet be in the source, which a probe does not read. */
function probeAnswer(adapter: string, found: ItemCandidate): FrameResult {
  const doubt = found.kind === 'mail' && !found.rawSource && found.doubt;
  return doubt ? { status: 'none', adapter, ...doubt } : { status: 'item', item: probed(adapter, found) };
}

function doubtAfter({ doubt, dispute }: MailCandidate, { readFrom, sourceError }: CapturedMail) {
  if (readFrom === 'source') return undefined;
  return doubt ?? (sourceError === 'other_message' ? dispute : undefined);
}

function withoutSender(item: Item): { mail?: CapturedMail } {
  if (item.kind !== 'mail') return {};
  const { from, ...mail } = item;
  return { mail };
}

const messageOf = (error: unknown): string =>
  error instanceof SourceUnavailable ? error.message : String(error);

type Item = Extract<FrameResult, { status: 'item' }>['item'];
type ItemCandidate = Exclude<Candidate, NoCandidate>;

async function read(adapter: string, candidate: ItemCandidate, args: CaptureArgs): Promise<Item> {
  const { pageKey } = candidate;
  if (candidate.kind === 'page') return { kind: 'page', adapter, pageKey, ...candidate.read() };
  const thread = candidate.thread?.();
  return { kind: 'mail', adapter, pageKey, ...(await readMail(candidate, args)), ...(thread && { thread }) };
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
