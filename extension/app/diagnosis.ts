import { locale } from './i18n.ts';

type Noted = { at: number; code: string; requestId?: string };

const KEPT = 30;
const noted: Noted[] = [];

/** Remembers that something failed: its code and request id, never a text, a name or an address. */
export function noteError(code: string, requestId?: string): void {
  noted.push({ at: Date.now(), code, ...(requestId !== undefined && { requestId }) });
  if (noted.length > KEPT) noted.shift();
}

export type DiagnosisFacts = {
  version: string;
  /** Version of the server, where one answered. */
  server?: string | undefined;
  /** Ids of the page adapters that read something. */
  adapters: readonly string[];
  counts: Record<string, number>;
  /** Why the queue waits. */
  paused?: string | undefined;
  /** Codes of what waits for a person in the queue. */
  refusals: readonly string[];
};

/** What a maintainer needs and nothing that anyone wrote. */
export function diagnosisOf(facts: DiagnosisFacts): string {
  const lines = [
    `Sidelog ${facts.version}, server ${facts.server ?? 'unknown'}`,
    navigator.userAgent,
    `language ${locale.peek()}, browser ${navigator.language}`,
    `adapters ${facts.adapters.join(', ') || 'none'}`,
    ...Object.entries(facts.counts).map(([name, count]) => `${name} ${count}`),
    `paused ${facts.paused ?? 'no'}`,
    `refused ${facts.refusals.join(', ') || 'none'}`,
    ...noted.map(({ at, code, requestId }) =>
      `${new Date(at).toISOString()} ${code} ${requestId ?? ''}`.trimEnd(),
    ),
  ];
  return lines.join('\n');
}
