import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mailbox } from './mailbox.ts';

export type Mailbox = { url: string; stop(): Promise<void> };

/** Serves the sample mailbox on loopback; port 0 is any that is free. */
export async function serveMailbox(port: number): Promise<Mailbox> {
  const app = mailbox(Date.now());
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const asked = new Request(new URL(url, 'http://localhost'), {
      method,
      headers: { host: headers.host ?? '', 'accept-language': headers['accept-language'] ?? '' },
    });
    Promise.resolve(app.fetch(asked)).then(
      (answer) => hand(answer, response),
      () => response.destroy(),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: served } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://localhost:${served}`, stop };
}

async function hand(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}
