import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Page } from '@playwright/test';
import { Provider } from 'oidc-provider';
import { findFreePort } from './server';

/** A provider of single sign-on: everybody is who they say they are, under the address that they say. */
export class SignOnProvider {
  /** Whether it says that addresses are confirmed. */
  confirms = true;

  private constructor(
    readonly issuer: string,
    readonly clientId: string,
    readonly clientSecret: string,
    private server: Server,
  ) {}

  /** Starts with one client, which may be sent back to an address. */
  static async start(redirect: string): Promise<SignOnProvider> {
    const port = await findFreePort();
    const issuer = `http://localhost:${port}`;
    const [id, secret] = ['einlass', 'ein Geheimnis unter Diensten'];
    let self: SignOnProvider | undefined;
    const provider = new Provider(issuer, {
      clients: [{ client_id: id, client_secret: secret, redirect_uris: [redirect] }],
      cookies: { keys: ['only for tests'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      // Claims of the scope are in the token itself, as the large providers do it.
      conformIdTokenClaims: false,
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ sub, email: sub.replace(/#.*$/, ''), email_verified: self?.confirms ?? true }),
      }),
    });
    const server = provider.listen(port);
    await once(server, 'listening');
    self = new SignOnProvider(issuer, id, secret, server);
    return self;
  }

  /** Its pages ask for a font from elsewhere; this browser gets an empty one. */
  async meet(page: Page): Promise<void> {
    await page.route(/fonts\.googleapis|favicon\.ico/, (route) => route.fulfill({ body: '' }));
  }

  /** On the provider's own pages: says who one is, and agrees. */
  async signIn(page: Page, login: string): Promise<void> {
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
