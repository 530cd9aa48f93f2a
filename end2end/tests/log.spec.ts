import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { look, open, runsScripts } from '../support/look';
import { createEvent, putOnList, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

/** What the check says. */
function result(page: Page): Locator {
  return page.getByRole('status');
}

/** Checks the log in this browser and returns what it says. */
async function check(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'In diesem Browser prüfen' }).click();
  await expect(result(page)).toContainText(/ordnung/i);
  return result(page).innerText();
}

/** Opens the log once everything that happened so far is signed. */
async function openSigned(page: Page, path = '/app/protection/log'): Promise<void> {
  await expect(async () => {
    await open(page, path);
    await expect(page.getByText('Noch ist nichts unterschrieben')).toHaveCount(0, { timeout: 100 });
    await expect(page.getByRole('cell', { name: 'wartet' })).toHaveCount(0, { timeout: 100 });
  }).toPass({ timeout: 15_000 });
}

test('the log is read, filtered and checked by whoever reads it', { tag: '@journey' }, async ({
  page,
  team,
}) => {
  await signIn(page, team);
  const event = await createEvent(page);
  await openSigned(page);
  const table = page.getByRole('table', { name: 'Einträge' });
  await expect(table.getByRole('link', { name: 'Veranstaltung angelegt' })).toBeVisible();
  if (runsScripts()) {
    const first = await check(page);
    expect(first).toMatch(/^In Ordnung: \d+ Einträge nachgerechnet/);
    expect(first).toContain('zum ersten Mal geprüft');
    await look(page, 'log-checked');
  } else {
    await expect(page.getByText('Ohne JavaScript prüfen Sie das Protokoll')).toBeVisible();
    await look(page, 'log');
  }

  await putOnList(page, event, [
    ['Vorname', 'Nachname', 'E-Mail'],
    ['Zoë', 'Nußbaumer', 'zoe@log.example'],
  ]);
  await openSigned(page);
  if (runsScripts()) expect(await check(page)).toContain('setzt den Stand fort');

  await page.getByLabel('Was', { exact: true }).selectOption('Gäste');
  await page.getByRole('button', { name: 'Filtern' }).click();
  await expect(page).toHaveURL(/topic=guest/);
  await expect(table.getByRole('link', { name: 'Importiert' })).toHaveCount(1);
  await expect(table.getByRole('link', { name: 'Veranstaltung angelegt' })).toHaveCount(0);
  await table.getByRole('link', { name: 'Importiert' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoë Nußbaumer');

  await open(page, '/app/protection/log?topic=backup');
  await expect(page.getByText('Keine Einträge')).toBeVisible();
  await page.getByRole('link', { name: 'Filter zurücksetzen' }).first().click();
  await expect(table.getByRole('link', { name: 'Importiert' })).toBeVisible();
});

test('a log that was cut off or changed is noticed by a browser that saw it', { tag: '@once' }, async ({
  page,
  team,
  watch,
}) => {
  await signIn(page, team);
  await createEvent(page);
  await openSigned(page);
  await check(page);

  // The reader's network hands out what somebody rewrote on the way.
  await page.route('**/log/part*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('event.created', 'event.changed');
    await route.fulfill({ response: answer, body });
  });
  expect(await check(page)).toContain('sind nicht mehr dieselben');
  await look(page, 'log-broken');
  await page.unroute('**/log/part*');

  watch.expectStatus(503);
  await page.route('**/log/part*', (route) => route.fulfill({ status: 503 }));
  await page.getByRole('button', { name: 'In diesem Browser prüfen' }).click();
  await expect(result(page)).toContainText('konnten nicht geholt werden');
  await page.unroute('**/log/part*');
  expect(await check(page)).toContain('setzt den Stand fort');
});

test('the whole log is taken along and checked without the database', { tag: '@once' }, async ({
  page,
  server,
  team,
}) => {
  await signIn(page, team);
  await createEvent(page);
  await openSigned(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Ganzes Protokoll herunterladen' }).click();
  const path = await (await waiting).path();
  expect(await readFile(path, 'utf8')).toContain('"format":"einlass-audit/1"');
  expect(await server.run(['audit', 'verify', path])).toMatch(/^in order: \d+ entries/);
});

test('the overview says how the data are protected', { tag: '@journey' }, async ({
  page,
  server,
  team,
}) => {
  await signIn(page, team);
  await page.goto('/app/protection');
  await expect(page.getByText('Es gibt noch keine Sicherung')).toBeVisible();
  await server.backUp();
  await open(page, '/app/protection');
  await expect(page.getByText('Es gibt noch keine Sicherung')).toHaveCount(0);
  await expect(page.getByText('AES-256-GCM-SIV')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Verschlüsselt/ })).toBeVisible();
  await look(page, 'protection');
});
