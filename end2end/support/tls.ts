import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** Where a server listens. */
async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** A proxy that ends TLS for `localhost` and sends plain HTTP on to it, as the handbook asks for one. */
export class TlsProxy {
  private constructor(
    readonly httpPort: number,
    readonly httpsPort: number,
    /** The certificate of its own authority. */
    readonly authority: string,
    private readonly directory: string,
    private readonly servers: Server[],
  ) {}

  /** Starts in front of a port of this machine. */
  static async start(port: number): Promise<TlsProxy> {
    const made = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
    const pass: RequestListener = (asked, answer) => {
      const { url: path, method, headers } = asked;
      const passed = request({ host: '127.0.0.1', port, path, method, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    };
    const safe = createTlsServer({ key: made.private, cert: made.cert }, pass);
    const httpsPort = await listen(safe);
    const plain = createServer((asked, answer) => {
      answer.writeHead(301, { location: `https://localhost:${httpsPort}${asked.url}` }).end();
    });
    const httpPort = await listen(plain);
    const directory = await mkdtemp(join(tmpdir(), 'einlass-tls-'));
    const authority = join(directory, 'authority.pem');
    await writeFile(authority, made.cert);
    return new TlsProxy(httpPort, httpsPort, authority, directory, [safe, plain]);
  }

  get url(): string {
    return `https://localhost:${this.httpsPort}`;
  }

  async stop(): Promise<void> {
    for (const server of this.servers) {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }
    await rm(this.directory, { recursive: true, force: true });
  }
}
