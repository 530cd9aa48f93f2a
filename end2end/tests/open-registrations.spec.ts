import { expectComplaints, expectRefusal, send, textField } from '../support/forms';
import { readHistory } from '../support/guests';
import { look, open } from '../support/look';
import { findLink, findMails, waitForMail } from '../support/mailbox';
import { createPublished, expectFigures, signIn } from '../support/organiser';
import { fillRegistration } from '../support/registration';
import { expect, test } from '../support/test';

/** Fills in the form of a public page. */
test('somebody registers, and gets the way back by mail', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const plan = { title: 'Offene Probe', isOpen: true, capacity: 10, companions: 1 };
  const event = await createPublished(page, plan);
  await open(guest, event.publicUrl);
  await look(guest, 'registration');
  await fillRegistration(guest, 'Jürgen', 'Groß', 'juergen.gross@open.example');
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('Eine Person');
  await textField(guest, 'Name der Begleitperson').fill('Zoë Nußbaumer');
  await send(guest, 'Verbindlich anmelden');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Bitte bestätigen Sie Ihre Anmeldung');
  await look(guest, 'registration-thanks');
  const asked = await waitForMail(
    server.mails,
    'juergen.gross@open.example',
    `Bitte bestätigen Sie Ihre Anmeldung: ${event.title}`,
  );
  await open(guest, findLink(asked));
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Noch ein Klick, Jürgen.');
  await expectFigures(page, event, { Unbestätigt: '1', Zugesagt: '0', 'Plätze vergeben': '2 / 10' });
  await look(guest, 'registration-unconfirmed');
  await send(guest, 'Anmeldung bestätigen');

  const mail = await waitForMail(
    server.mails,
    'juergen.gross@open.example',
    `Sie sind dabei: ${event.title}`,
  );
  expect(mail.mail.attachments.map((part) => part.contentType)).toContain('text/calendar');
  await open(guest, findLink(mail));
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Sie sind dabei, Jürgen.');
  await expectFigures(page, event, { Zugesagt: '1', 'Plätze vergeben': '2 / 10' });
  const entries = await readHistory(page, event, 'Jürgen Groß');
  expect(entries.some((entry) => entry.startsWith('Angemeldet Gast'))).toBe(true);
});

test('a registration with mistakes comes back with all that was typed', async ({
  page,
  guest,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createPublished(page, { isOpen: true, companions: 2 });
  await open(guest, event.publicUrl);
  const markup = '"><script>alert(1)</script>';
  await fillRegistration(guest, '', '  ', 'anna@beispiel');
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('2 Personen');
  await textField(guest, 'Name der Begleitperson 1').fill(markup);
  expect((await send(guest, 'Verbindlich anmelden')).status()).toBe(422);
  await expectComplaints(guest, [
    'Bitte geben Sie Ihren Nachnamen ein.',
    'Bitte prüfen Sie die E-Mail-Adresse. Sie sieht zum Beispiel so aus: anna@beispiel.at',
  ]);
  await expect(textField(guest, 'E-Mail-Adresse')).toHaveValue('anna@beispiel');
  await expect(guest.getByLabel('Wie viele Personen')).toHaveValue('2');
  await expect(textField(guest, 'Name der Begleitperson 1')).toHaveValue(markup);
  await expect(textField(guest, 'Name der Begleitperson 2')).toBeVisible();
  await look(guest, 'registration-mistakes');
  await expectFigures(page, event, { Zugesagt: '0' });
});

test('a full event says so before and after', async ({ page, guest, team, watch }) => {
  watch.expectStatus(409);
  await signIn(page, team);
  const event = await createPublished(page, { isOpen: true, capacity: 2, companions: 3 });
  await open(guest, event.publicUrl);
  await fillRegistration(guest, 'Anna', 'Huber', 'anna@full.example');
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('3 Personen');
  expect((await send(guest, 'Verbindlich anmelden')).status()).toBe(409);
  await expectRefusal(guest, 'Es sind nur noch 2 Plätze frei.');
  await expect(textField(guest, 'E-Mail-Adresse')).toHaveValue('anna@full.example');
  await look(guest, 'registration-too-many');

  const late = await guest.context().newPage();
  await open(late, event.publicUrl);
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('Eine Person');
  await send(guest, 'Verbindlich anmelden');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Bitte bestätigen Sie Ihre Anmeldung');

  await fillRegistration(late, 'Yusuf', 'Yıldız', 'yusuf@full.example');
  expect((await send(late, 'Verbindlich anmelden')).status()).toBe(409);
  await expectRefusal(late, 'Es sind keine Plätze mehr frei.');
  await expect(textField(late, 'Nachname')).toHaveValue('Yıldız');
  await look(late, 'registration-too-late');
  await open(late, event.publicUrl);
  await expect(late.getByText('Alle Plätze sind vergeben')).toBeVisible();
  await expect(late.getByRole('button', { name: 'Verbindlich anmelden' })).toHaveCount(0);
  await look(late, 'registration-full');
});

test('nobody learns who is on the list already', async ({ page, guest, server, team }) => {
  await signIn(page, team);
  const event = await createPublished(page, { isOpen: true, capacity: 9 });
  const pages: string[] = [];
  for (const email of ['anna.huber@listed.example', 'Anna.Huber@Listed.Example']) {
    await open(guest, event.publicUrl);
    await fillRegistration(guest, 'Anna', 'Huber', email);
    await send(guest, 'Verbindlich anmelden');
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Bitte bestätigen Sie Ihre Anmeldung');
    pages.push(`${guest.url()}\n${await guest.getByRole('main').innerText()}`);
  }
  expect(pages[1]).toBe(pages[0]);
  const asked = /^Bitte bestätigen/;
  await expect.poll(() => findMails(server.mails, 'anna.huber@listed.example', asked).length).toBe(2);
  const mail = findMails(server.mails, 'anna.huber@listed.example', asked)[1];
  await open(guest, mail ? findLink(mail) : '');
  await send(guest, 'Anmeldung bestätigen');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Sie sind dabei, Anna.');
  await open(guest, event.publicUrl);
  await fillRegistration(guest, 'Anna', 'Huber', 'anna.huber@listed.example');
  await send(guest, 'Verbindlich anmelden');
  pages.push(`${guest.url()}\n${await guest.getByRole('main').innerText()}`);
  expect(pages[2]).toBe(pages[0]);
  await expectFigures(page, event, { Zugesagt: '1', 'Plätze vergeben': '1 / 9' });
});

test('an event by invitation takes no registrations', async ({ page, guest, server, team }) => {
  await signIn(page, team);
  const rows = [['Name', 'E-Mail'], ['Anna Huber', 'anna@closed.example']];
  const event = await createPublished(page, {}, rows);
  await open(guest, event.publicUrl);
  await expect(guest.getByText('Nur mit Einladung')).toBeVisible();
  await look(guest, 'registration-by-invitation');
  const form = { 'family-name': 'Fremd', email: 'fremd@closed.example' };
  const answer = await guest.request.post(event.publicUrl, {
    form,
    headers: { origin: server.url },
  });
  expect(answer.status()).toBe(403);
  await expectFigures(page, event, { Zugesagt: '0' });
});

test('whoever did not register discards it, and nothing is left', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createPublished(page, { isOpen: true, capacity: 1 });
  await open(guest, event.publicUrl);
  await fillRegistration(guest, 'Anna', 'Huber', 'fremd@discard.example');
  await send(guest, 'Verbindlich anmelden');
  const mail = await waitForMail(server.mails, 'fremd@discard.example', /^Bitte bestätigen/);
  await open(guest, findLink(mail));
  await send(guest, 'Das war ich nicht');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Gelöscht');
  await look(guest, 'registration-discarded');
  await expectFigures(page, event, { Zugesagt: '0', 'Plätze vergeben': '0 / 1' });
});
