import type { Page } from '@playwright/test';
import { inviteSomebody } from '../support/guests';
import { open } from '../support/look';
import { signIn } from '../support/organiser';
import { expect, test } from '../support/test';

/** What a browser that knows nothing loads for a page, in kB as they go over the wire, headers included. */
async function weigh(page: Page, path: string): Promise<number> {
  await open(page, path);
  const parts = await page.evaluate(async () => {
    await document.fonts.ready;
    const entries = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
    return (entries as PerformanceResourceTiming[]).map((part) => [part.name, part.transferSize]);
  });
  expect(parts.length, 'page, style and script at least').toBeGreaterThan(3);
  expect(parts.filter(([, size]) => size === 0), 'nothing was in the cache').toEqual([]);
  return parts.reduce((sum, [, size]) => sum + Number(size), 0) / 1000;
}

test('first visits are light', { tag: '@once' }, async ({ browser, page, server, team, watch }) => {
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'weight.example', { capacity: 10 });
  const visit = async (path: string): Promise<number> => {
    const context = await browser.newContext();
    watch.follow(context);
    const weight = await weigh(await context.newPage(), path);
    await context.close();
    return weight;
  };
  expect(await visit(event.guest.link), 'a guest by the personal link').toBeLessThan(200);
  expect(await visit('/app/login'), 'the front door').toBeLessThan(200);
  const own = await browser.newContext({ storageState: await page.context().storageState() });
  watch.follow(own);
  expect(await weigh(await own.newPage(), event.path), 'an organiser').toBeLessThan(600);
  await own.close();
});
