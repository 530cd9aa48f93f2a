/** As far as the tests use it. */
declare module 'oidc-provider' {
  import type { Server } from 'node:http';

  interface Account {
    accountId: string;
    claims: () => Record<string, unknown>;
  }

  export class Provider {
    constructor(
      issuer: string,
      settings: {
        clients: Record<string, unknown>[];
        cookies: { keys: string[] };
        claims: Record<string, string[]>;
        conformIdTokenClaims: boolean;
        findAccount: (context: unknown, sub: string) => Account;
      },
    );
    listen(port: number): Server;
  }
}
