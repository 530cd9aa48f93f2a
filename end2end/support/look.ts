import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** The rules of WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Whether the browser of this test runs scripts. */
export function runsScripts(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** Whether the browser of this test is a phone. */
export function isPhone(): boolean {
  return test.info().project.use.isMobile === true;
}

/** Waits until the islands of the page have come to life. */
export async function waitUntilHydrated(page: Page): Promise<void> {
  await page.waitForLoadState();
  if (runsScripts()) {
    await expect(page.locator('html')).toHaveAttribute('data-hydrated', '');
  }
}

/** Opens a page and waits until it can be used. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await waitUntilHydrated(page);
}

/** Looks at a page: nothing sticks out, everybody can use it; keeps a picture of it, unless `EINLASS_PICTURES` is `off`. */
export async function look(page: Page, name: string): Promise<void> {
  await waitUntilHydrated(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${name} is no wider than the screen`).toBe(page.viewportSize()?.width);
  if (runsScripts()) {
    const result = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
    const found = result.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }));
    expect.soft(found, `${name} can be used by everybody`).toEqual([]);
  }
  if (process.env['EINLASS_PICTURES'] === 'off') return;
  const folder = `screenshots/${test.info().project.name}`;
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, scale: 'css' });
}
