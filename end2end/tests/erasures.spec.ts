import { readFile } from 'node:fs/promises';
import { send } from '../support/forms';
import { inviteSomebody } from '../support/guests';
import { look, open } from '../support/look';
import { expectListed, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('a person is erased for good, with a certificate to take along', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
  watch,
}) => {
  await signIn(page, team);
  await open(page, '/app/protection/erasures');
  await expect(page.getByText('Noch niemand gelöscht')).toBeVisible();
  await look(page, 'erasures-empty');
  const event = await inviteSomebody(page, server, 'erasure.example');
  await open(page, `${event.path}/guests`);
  await page.getByRole('link', { name: 'Nußbaumer' }).click();
  await page.getByRole('link', { name: 'Person löschen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mag. Zoë Nußbaumer löschen');
  await expect(page.getByText('Das lässt sich nicht rückgängig machen')).toBeVisible();
  await look(page, 'erase');
  await page.getByRole('link', { name: 'Abbrechen' }).click();
  await expectListed(page, event, 1);

  await page.getByRole('link', { name: 'Nußbaumer' }).click();
  await page.getByRole('link', { name: 'Person löschen' }).click();
  await send(page, 'Endgültig löschen');
  await expect(page.getByRole('status')).toHaveText('Die Person ist gelöscht.');
  await expect(page.getByText(/^Die Löschung ist Eintrag Nr\. \d+ von \d+/)).toBeVisible();
  await look(page, 'certificate');
  expect(await page.content()).not.toContain('Nußbaumer');

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Nachweis zum Prüfen (JSON)' }).click();
  const path = await (await waiting).path();
  expect(await readFile(path, 'utf8')).not.toContain('erasure.example');
  const proven = await server.run(['audit', 'verify', '--certificate', path]);
  expect(proven).toMatch(/^in order: per_[0-9a-f]{32} was erased on /);

  await expectListed(page, event, 0);
  watch.expectStatus(404);
  await guest.goto(event.guest.link);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Dieser Link gilt nicht');
  await open(page, '/app/protection/erasures');
  await expect(page.getByRole('table', { name: 'Löschungen' }).getByRole('link')).toHaveCount(1);
  await look(page, 'erasures');
});
