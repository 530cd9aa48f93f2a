import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Server } from '../support/server';
import { expect, test } from '../support/test';
import { TlsProxy } from '../support/tls';

interface Grade {
  score: number;
  failed: string[];
  results: string[];
}

/** What MDN HTTP Observatory says about a page. */
async function grade(proxy: TlsProxy, path: string): Promise<Grade> {
  const ports = [String(proxy.httpPort), String(proxy.httpsPort)];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(__dirname, '../support/grade.mjs'), ...ports, path],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: proxy.authority } },
  );
  return JSON.parse(stdout) as Grade;
}

test('pages have the best grade for their headers', { tag: '@once' }, async () => {
  let proxy: TlsProxy | undefined;
  const server = await Server.start(async (port) => (proxy = await TlsProxy.start(port)).url);
  if (!proxy) throw new Error('the server asks for its address');
  // Without a cookie there is nothing to say about cookies.
  const pages = { '/': 130, '/app/login': 130, '/app/forgot?lang=de': 135 };
  for (const [path, score] of Object.entries(pages)) {
    const found = await grade(proxy, path);
    expect(found.failed, path).toEqual([]);
    expect(found.score, path).toBeGreaterThanOrEqual(score);
    expect(found.results, path).toContain('csp-implemented-with-no-unsafe-default-src-none');
  }
  await server.stop();
  await proxy.stop();
});
