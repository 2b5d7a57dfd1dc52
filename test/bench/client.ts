import { Agent, request } from 'node:http';
import * as z from 'zod';

export type Call = { method: 'GET' | 'POST'; path: string; body?: object };

/** What the worker's line about a request says. */
const Cost = z.object({ trips: z.int(), rowsRead: z.int(), rowsWritten: z.int() });
export type Cost = z.infer<typeof Cost>;
export type Answer = { text: string; cost: Cost | undefined };

/** A bare client with connections that stay open: what it adds itself is the same for all that is compared. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly origin: string;
  private readonly headers: Record<string, string>;

  constructor(origin: string, token?: string) {
    this.origin = origin;
    this.headers = { 'x-sidelog-client': '0.1.0', ...(token && { authorization: `Bearer ${token}` }) };
  }

  call({ method, path, body }: Call): Promise<Answer> {
    const json = body && JSON.stringify(body);
    const headers = {
      ...this.headers,
      ...(json && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(this.origin + path, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { statusCode = 0, headers } = response;
          if (statusCode >= 300) reject(new Error(`${method} ${path}: ${statusCode} ${text.slice(0, 300)}`));
          else resolve({ text, cost: costOf(headers['x-bench-cost']) });
        });
      });
      sent.on('error', reject);
      sent.end(json);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

const costOf = (header: string | string[] | undefined): Cost | undefined =>
  typeof header === 'string' ? Cost.parse(JSON.parse(header)) : undefined;
