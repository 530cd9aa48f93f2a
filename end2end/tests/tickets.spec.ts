import { send, textField } from '../support/forms';
import { look, open } from '../support/look';
import { createPublished, signIn } from '../support/organiser';
import { confirmRegistration } from '../support/registration';
import { expect, test } from '../support/test';

test('a guest has a ticket for everybody who comes, on the screen and on paper', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createPublished(page, { title: 'Konzert im Foyer', isOpen: true, companions: 2 });
  await open(guest, event.publicUrl);
  await textField(guest, 'Vorname').fill('Anna');
  await textField(guest, 'Nachname').fill('Huber');
  await textField(guest, 'E-Mail-Adresse').fill('anna@karten.example');
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('2 Personen');
  await textField(guest, 'Name der Begleitperson 1').fill('Zoë Nußbaumer');
  await send(guest, 'Verbindlich anmelden');
  await confirmRegistration(guest, server.mails, 'anna@karten.example', event.title);
  for (const holder of ['Anna Huber', 'Zoë Nußbaumer', 'Begleitung von Anna Huber']) {
    await expect(guest.getByRole('img', { name: `Code der Karte für ${holder}`, exact: true })).toBeVisible();
  }
  await expect(guest.locator('.ticket-text').first()).toHaveText(/^([0-9A-Z]{4}-){4}[0-9A-Z*~$=]$/);
  await look(guest, 'own-tickets');
  const link = guest.getByRole('link', { name: '3 Karten als PDF' });
  const paper = await guest.request.get((await link.getAttribute('href')) ?? '');
  expect(paper.headers()['content-type']).toBe('application/pdf');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
});
