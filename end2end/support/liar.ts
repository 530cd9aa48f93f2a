import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is wrong with an answer; `nothing` shows that the rest of it is right. */
export type Lie =
  | 'nothing'
  | 'nonce'
  | 'audience'
  | 'issuer'
  | 'expired'
  | 'another key'
  | 'no signature'
  | 'no address'
  | 'response issuer';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider of single sign-on that lets everybody in under one address, and lies. */
export class Liar {
  lie: Lie = 'nothing';
  private nonce = '';
  private readonly keys = [makeKey(), makeKey()] as const;

  private constructor(
    readonly issuer: string,
    readonly email: string,
    private readonly server: Server,
  ) {}

  static async start(email: string): Promise<Liar> {
    const server = createServer();
    server.listen(0, 'localhost');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const liar = new Liar(`http://localhost:${port}`, email, server);
    server.on('request', (request, response) => liar.answer(request, response));
    return liar;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.issuer);
    const json = (body: object): void => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') json(this.describe());
    else if (url.pathname === '/keys') json({ keys: [{ ...this.keys[0].publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] });
    else if (url.pathname === '/token') json({ access_token: 'x', token_type: 'Bearer', id_token: this.token() });
    else if (url.pathname === '/authorize') {
      this.nonce = url.searchParams.get('nonce') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'code');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      if (this.lie === 'response issuer') back.searchParams.set('iss', 'https://other.example');
      response.writeHead(303, { location: back.href }).end();
    } else response.writeHead(404).end();
  }

  private describe(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  private token(): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.lie === 'issuer' ? 'https://other.example' : this.issuer,
      sub: 'somebody',
      aud: this.lie === 'audience' ? 'somebody else' : 'einlass',
      iat: now - 7200,
      exp: this.lie === 'expired' ? now - 3600 : now + 3600,
      nonce: this.lie === 'nonce' ? 'another' : this.nonce,
      ...(this.lie === 'no address' ? {} : { email: this.email, email_verified: true }),
    };
    if (this.lie === 'no signature') return `${encode({ alg: 'none' })}.${encode(claims)}.`;
    const text = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
    const key = this.keys[this.lie === 'another key' ? 1 : 0].privateKey;
    return `${text}.${createSign('sha256').update(text).sign(key, 'base64url')}`;
  }
}

function makeKey(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}
