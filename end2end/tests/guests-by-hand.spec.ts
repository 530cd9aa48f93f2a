import { expectComplaints, send, textField } from '../support/forms';
import { look, open } from '../support/look';
import { createPublished, expectFigures, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('a guest is put on the list by hand, changed and taken off again', { tag: '@journey' }, async ({
  page,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createPublished(page, { title: 'Abend im Foyer', capacity: 2, isOpen: true });
  await open(page, `${event.path}/guests`);
  await page.getByRole('link', { name: 'Gast hinzufügen' }).first().click();
  await textField(page, 'Vorname').fill('Anna');
  await textField(page, 'Nachname').fill('Huber');
  await textField(page, 'E-Mail-Adresse').fill('anna@x.example');
  await page.getByLabel('Anrede').selectOption('Frau');
  await page.getByLabel('Hat schon zugesagt').check();
  await look(page, 'guest-new');
  await send(page, 'Auf die Liste und noch jemanden');

  await textField(page, 'Nachname').fill('Huber');
  await textField(page, 'E-Mail-Adresse').fill('Anna@x.example');
  expect((await send(page, 'Auf die Liste setzen')).status()).toBe(422);
  await expectComplaints(page, ['Diese Adresse steht schon auf der Liste.']);
  await expect(textField(page, 'E-Mail-Adresse')).toHaveValue('Anna@x.example');
  await textField(page, 'E-Mail-Adresse').fill('ben@x.example');
  await send(page, 'Auf die Liste setzen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Huber');
  await expectFigures(page, event, { Zugesagt: '1', 'Plätze vergeben': '1 / 2' });

  await open(page, `${event.path}/guests`);
  await page.getByRole('link', { name: 'Anna Huber' }).click();
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  await textField(page, 'Firma oder Institution').fill('Verein Foyer');
  await look(page, 'guest-edit');
  await send(page, 'Angaben speichern');
  await expect(page.getByText('Verein Foyer').first()).toBeVisible();
  await expect(page.getByText('Von Hand auf die Liste gesetzt')).toBeVisible();
  await look(page, 'guest-edited');
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  await send(page, 'Gast von der Liste nehmen');
  await expect(page.getByRole('link', { name: 'Anna Huber' })).toHaveCount(0);
  await expectFigures(page, event, { Zugesagt: '0', 'Plätze vergeben': '0 / 2' });
});
