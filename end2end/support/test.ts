import { test as base, expect, type Page } from '@playwright/test';
import { Server, type Team } from './server';
import { Watch } from './watch';

interface ForEachTest {
  /** An organisation of its own. */
  team: Team;
  /** What goes wrong in the browser. */
  watch: Watch;
  /** The browser of somebody else, such as a guest. */
  guest: Page;
}

interface ForEachWorker {
  /** The program under test. */
  server: Server;
}

export const test = base.extend<ForEachTest, ForEachWorker>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  team: async ({ server }, use) => use(await server.createTeam()),

  watch: [
    async ({ context, server }, use, info) => {
      const before = server.log.length;
      const watch = new Watch();
      watch.follow(context);
      await use(watch);
      const log = server.log.slice(before);
      if (info.status !== info.expectedStatus) await info.attach('server.log', { body: log });
      const broken = log.split('\n').filter((line) => /\bERROR\b|panicked/.test(line));
      expect([...watch.problems, ...broken], 'nothing went wrong unseen').toEqual([]);
    },
    { auto: true },
  ],

  guest: async ({ browser, watch }, use) => {
    const context = await browser.newContext();
    watch.follow(context);
    await use(await context.newPage());
    await context.close();
  },
});

export { expect };
