import { once } from 'node:events';
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fate, type Fault, fateOf } from './fates.ts';

export type Sent = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { body: Buffer };
export type Answer = Pick<IncomingMessage, 'headers'> & { status: number; body: Buffer };
type Exchange = { sent: Sent; response: ServerResponse; fate: Fate };

const LONGEST_DELAY_MS = 1000;

/** Stands between the extension and the worker, and does to their exchanges what a bad network does. */
export class BadNetwork {
  /** Everything that it did; `undefined` is an exchange that it left alone. */
  readonly fates: (Fault | undefined)[] = [];
  /** Creates as first sent, by id. */
  readonly creates = new Map<string, Sent>();
  /** Without faults, for what cannot be repeated: a one-time code is good for one sign-in. */
  isCalm = true;
  /** Creates no answer to which gets through. */
  readonly mute = new Set<string>();
  /** Told once for each of those, when the server has answered it. The connection stays open until it resolves. */
  onMuted: (id: string, answer: Answer) => Promise<void> = async () => {};

  private readonly server: Server;
  private readonly seed: number;
  private readonly target: number;
  private readonly counts = new Map<string, number>();
  private readonly told = new Set<string>();
  private readonly late = new Set<Promise<unknown>>();

  constructor({ seed, target }: { seed: number; target: number }) {
    this.seed = seed;
    this.target = target;
    this.server = createServer((incoming, response) => {
      this.exchange(incoming, response).catch(() => response.destroy());
    });
  }

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves when the last late copy has arrived. */
  async close(): Promise<void> {
    await this.quiet();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async quiet(): Promise<void> {
    await Promise.allSettled(this.late);
  }

  /** Hands `sent` to the server, whoever waits for the answer. */
  async forward({ method, url, headers, body }: Sent): Promise<Answer> {
    const upstream = this.upstream({ method, url, headers });
    upstream.end(body);
    const [answer] = (await once(upstream, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await bytesOf(answer) };
  }

  private upstream({ method, url, headers }: Omit<Sent, 'body'>): ClientRequest {
    const upstream = request({
      ...{ host: '127.0.0.1', port: this.target, method, path: url },
      headers: { ...headers, 'accept-encoding': 'identity' },
    });
    // One that breaks later than anybody listens is no news here.
    return upstream.on('error', () => {});
  }

  private async exchange(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url, headers } = incoming;
    const sent: Sent = { method, url, headers, body: await bytesOf(incoming) };
    const about = aboutOf(sent);
    if (about.create && !this.creates.has(about.create)) this.creates.set(about.create, sent);
    if (this.isCalm) return respond(response, await this.forward(sent));
    if (about.create && this.mute.has(about.create)) return this.withoutAnswer(about.create, sent, response);
    const nth = (this.counts.get(about.key) ?? 0) + 1;
    this.counts.set(about.key, nth);
    const fate = fateOf({ seed: this.seed, about: about.key, nth });
    this.fates.push(fate.fault);
    await this.meet({ sent, response, fate });
  }

  private async withoutAnswer(id: string, sent: Sent, response: ServerResponse): Promise<void> {
    this.fates.push('drop_answer');
    const answer = await this.forward(sent);
    if (!this.told.has(id)) {
      this.told.add(id);
      await this.onMuted(id, answer);
    }
    response.destroy();
  }

  private async meet({ sent, response, fate: { fault, share } }: Exchange): Promise<void> {
    switch (fault) {
      case undefined:
        return respond(response, await this.forward(sent));
      case 'drop_request':
        return void response.destroy();
      case 'drop_answer':
        await this.forward(sent);
        return void response.destroy();
      case 'delay':
        await sleep(share * LONGEST_DELAY_MS);
        return respond(response, await this.forward(sent));
      case 'twice':
        return this.twice(sent, response, share);
      case 'cut_request':
        await this.forwardPart(sent, share);
        return void response.destroy();
      case 'cut_answer':
        return respondPart(response, await this.forward(sent), share);
    }
  }

  /** Half of the copies race the request itself, the others come when the client has long gone on. */
  private async twice(sent: Sent, response: ServerResponse, share: number): Promise<void> {
    const copy = sleep(share < 0.5 ? 0 : share * 4000).then(() => this.forward(sent));
    const settled = copy.catch(() => undefined).finally(() => this.late.delete(settled));
    this.late.add(settled);
    respond(response, await this.forward(sent));
  }

  private async forwardPart({ method, url, headers, body }: Sent, share: number): Promise<void> {
    if (body.length === 0) return;
    const upstream = this.upstream({ method, url, headers });
    const part = body.subarray(0, Math.ceil(body.length * share));
    await new Promise((resolve) => upstream.write(part, resolve));
    // Time for the worker to begin with what it has.
    await sleep(20);
    upstream.destroy();
  }
}

/** What an exchange is about: of a create its id, of an undo that of its create. Their own ids are not the seed's. */
function aboutOf({ method, url, body }: Sent): { key: string; create?: string } {
  if (method === 'POST' && url === '/api/v1/activities') {
    const { id } = JSON.parse(body.toString()) as { id: string };
    return { key: `create ${id}`, create: id };
  }
  if (method === 'POST' && url === '/api/v1/undos') {
    return { key: `undo ${(JSON.parse(body.toString()) as { target: string }).target}` };
  }
  return { key: `${method} ${url}` };
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

// Each exchange on a connection of its own: on a used one, Chromium would repeat a cut request by itself, and the
// outbox would hear of few of the faults.
const headOf = ({ headers, body }: Answer) => {
  const { 'transfer-encoding': _chunked, ...rest } = headers;
  return { ...rest, ...(body.length > 0 && { 'content-length': String(body.length) }), connection: 'close' };
};

function respond(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, headOf(answer));
  response.end(answer.body);
}

async function respondPart(response: ServerResponse, answer: Answer, share: number): Promise<void> {
  const part = answer.body.subarray(0, Math.floor(answer.body.length * share));
  if (part.length > 0) {
    response.writeHead(answer.status, headOf(answer));
    await new Promise((resolve) => response.write(part, resolve));
  }
  response.destroy();
}
