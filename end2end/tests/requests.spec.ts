import { send, textField } from '../support/forms';
import { inviteSomebody, readHistory } from '../support/guests';
import { look, open } from '../support/look';
import { findLink, waitForMail } from '../support/mailbox';
import { createPublished, expectFigures, signIn } from '../support/organiser';
import { fillRegistration } from '../support/registration';
import { expect, test } from '../support/test';

test('who registers asks for a place, and an organiser gives or refuses it', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createPublished(page, {
    title: 'Blick hinter die Bühne',
    isOpen: true,
    capacity: 12,
    byApproval: true,
  });
  // A change of something else leaves it as it is, and so does an event that is made after this one.
  await open(page, `${event.path}/edit`);
  await textField(page, 'Plätze').fill('13');
  await send(page, 'Angaben speichern');
  for (const path of [`${event.path}/edit`, `/app/events/new?from=${event.id}`]) {
    await open(page, path);
    await expect(page.getByLabel('Anmeldungen einzeln zulassen')).toBeChecked();
    await expect(page.getByLabel('„Vielleicht“ erlauben')).not.toBeChecked();
  }
  const heading = guest.getByRole('heading', { level: 1 });
  for (const [given, family] of [
    ['Anna', 'Huber'],
    ['Ben', 'Maier'],
  ] as const) {
    const email = `${given.toLowerCase()}@asks.example`;
    await open(guest, event.publicUrl);
    await fillRegistration(guest, given, family, email);
    if (given === 'Anna') await look(guest, 'request-form');
    await send(guest, 'Anfrage senden');
    await expect(heading).toHaveText('Bitte bestätigen Sie Ihre Anfrage');
    const asked = await waitForMail(server.mails, email, /^Bitte bestätigen Sie Ihre Anfrage/);
    await open(guest, findLink(asked));
    await send(guest, 'Anfrage bestätigen');
    await expect(heading).toHaveText(`Ihre Anfrage ist bei uns, ${given}.`);
  }
  await look(guest, 'request-own-page');
  await expectFigures(page, event, { Angefragt: '2', Zugesagt: '0' });
  await open(page, '/app');
  await page.getByRole('link', { name: `${event.title}: 2 Anfragen warten auf Ihre Entscheidung` }).click();
  await page.getByRole('checkbox', { name: 'Anna Huber auswählen' }).check();
  await look(page, 'request-list');
  await send(page, 'Zulassen');
  await expect(page.getByRole('status')).toHaveText('Ein Gast ist zugelassen.');
  await waitForMail(server.mails, 'anna@asks.example', /^Sie sind dabei/);

  await page.getByRole('link', { name: 'Ben Maier' }).click();
  await page.getByText('Anfrage ablehnen', { exact: true }).click();
  await page.getByLabel('Ein Wort dazu').fill('Nächstes Jahr gern.');
  await look(page, 'request-guest');
  await send(page, 'Ablehnen');
  await expect(page.getByRole('status')).toHaveText('Eine Anfrage ist abgelehnt.');
  const refusal = await waitForMail(server.mails, 'ben@asks.example', /^Leider kein Platz/);
  expect(refusal.mail.text).toContain('Nächstes Jahr gern.');
  await open(guest, findLink(refusal));
  await expect(heading).toHaveText('Leider gibt es keinen Platz für Sie, Ben.');
  await look(guest, 'request-refused');
  const entries = await readHistory(page, event, 'Anna Huber');
  expect(entries.some((entry) => entry.startsWith('Zugelassen'))).toBe(true);
});

test('an invited guest can leave it open and decide later', async ({ page, guest, server, team }) => {
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'maybe.example', { maybe: true });
  await open(guest, event.guest.link);
  await guest.getByRole('radio', { name: 'Vielleicht' }).check();
  await look(guest, 'maybe-form');
  await send(guest, 'Antwort senden');
  const heading = guest.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Sie wissen es noch nicht, Zoë?');
  await look(guest, 'maybe-own-page');
  await expectFigures(page, event, { Vielleicht: '1' });
  await open(guest, event.guest.link);
  await expect(guest.getByRole('radio', { name: 'Vielleicht' })).toBeChecked();
  await guest.getByRole('radio', { name: 'Zusagen' }).check();
  await send(guest, 'Antwort senden');
  await expect(heading).toHaveText('Sie sind dabei, Zoë.');
});
