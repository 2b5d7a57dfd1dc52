import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { mailbox } from './mailbox.ts';

export type Mailbox = { url: string; stop(): Promise<void> };

/** Serves the sample mailbox on loopback. */
export async function serveMailbox(port: number): Promise<Mailbox> {
  const app = mailbox(Date.now());
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const asked = new Request(new URL(url, `http://localhost:${port}`), {
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
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://localhost:${port}`, stop };
}

async function hand(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}
