import { send, textField } from '../support/forms';
import { findLink, waitForMail } from '../support/mailbox';
import { look, open } from '../support/look';
import { createEvent, createPublished, inviteAll, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

const ROWS = [
  ['Vorname', 'Nachname', 'E-Mail'],
  ['Anna', 'Huber', 'anna@x.example'],
];

test('an event moves, is called off, and its guests hear of it once', { tag: '@journey' }, async ({
  page,
  guest,
  team,
  server,
}) => {
  await signIn(page, team);
  const address = `anna.${team.email}`;
  const rows = [ROWS[0] ?? [], ['Anna', 'Huber', address]];
  const event = await createPublished(page, { title: 'Gala im Foyer' }, rows);
  await inviteAll(page, event);
  const invitation = await waitForMail(server.mails, address, /Einladung/);
  await open(guest, findLink(invitation));
  await guest.getByRole('radio', { name: 'Zusagen' }).check();
  await send(guest, 'Antwort senden');

  await open(page, `${event.path}/edit`);
  await textField(page, 'Ort').fill('Kleiner Saal, Ring 1, 1010 Wien');
  await send(page, 'Angaben speichern');
  await open(page, event.path);
  await expect(page.getByText('Zeit oder Ort haben sich geändert')).toBeVisible();
  await look(page, 'event-untold');
  await page.getByRole('link', { name: 'Gäste benachrichtigen' }).click();
  await textField(page, 'Ein Wort dazu').fill('Der große Saal wird renoviert.');
  await look(page, 'event-news');
  await send(page, 'E-Mail an einen Gast senden');
  await expect(page.getByRole('status')).toHaveText('Eine E-Mail ist unterwegs.');
  await expect(page.getByText('Alle wissen Bescheid')).toBeVisible();
  const moved = await waitForMail(server.mails, address, /^Neuer Termin oder Ort/);
  expect(moved.mail.text).toContain('Kleiner Saal, Ring 1, 1010 Wien');
  expect(moved.mail.text).toContain('Der große Saal wird renoviert.');

  await open(page, event.path);
  await page.getByRole('link', { name: 'Veranstaltung absagen' }).click();
  await expect(page.getByText('Ein Gast hat zugesagt und kann nichts mehr ändern.')).toBeVisible();
  await look(page, 'event-cancel');
  await send(page, 'Veranstaltung absagen');
  await expect(page.getByRole('status')).toHaveText('Die Veranstaltung ist abgesagt.');
  await page.getByRole('link', { name: 'Gäste benachrichtigen' }).click();
  await send(page, 'E-Mail an einen Gast senden');
  await waitForMail(server.mails, address, /^Abgesagt/);
  await open(guest, event.publicUrl);
  await expect(guest.getByText('Die Veranstaltung ist abgesagt')).toBeVisible();
  await look(guest, 'public-cancelled');
});

test('an event closes, opens again, rests in the archive and serves as a model', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createPublished(page, { title: 'Probe im Foyer', isOpen: true });
  await open(page, event.path);
  await send(page, 'Antworten schließen');
  await expect(page.getByRole('status')).toHaveText(/^Geschlossen\./);
  await look(page, 'event-closed');
  await open(page, event.publicUrl);
  await expect(page.getByText('Die Anmeldung ist geschlossen')).toBeVisible();
  await open(page, event.path);
  await send(page, 'Antworten wieder öffnen');
  await send(page, 'Antworten schließen');
  await send(page, 'Ins Archiv legen');
  await open(page, '/app/events');
  await expect(page.getByRole('link', { name: event.title })).toHaveCount(0);
  await page.getByRole('link', { name: /^Archiv/ }).click();
  await expect(page.getByRole('link', { name: event.title })).toBeVisible();
  await look(page, 'events-archive');

  await open(page, event.path);
  await page.getByRole('link', { name: 'Neue Veranstaltung danach' }).click();
  await expect(textField(page, 'Titel')).toHaveValue(event.title);
  await expect(page.getByRole('radio', { name: 'Offen für alle' })).toBeChecked();
  await look(page, 'event-new-from');
  await textField(page, 'Titel').fill('Zweite Probe');
  await send(page, 'Entwurf anlegen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zweite Probe');
});

test('answers begin and end when they are meant to', async ({ page, team, watch }) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createEvent(page, { title: 'Lesung im Foyer', isOpen: true });
  await open(page, `${event.path}/edit`);
  await page.getByText('Antwortzeit').click();
  const starts = await page.getByLabel('Beginn').inputValue();
  const opens = page.getByLabel('Antworten ab');
  await opens.fill(starts);
  expect((await send(page, 'Angaben speichern')).status()).toBe(422);
  await expect(page.getByText(/^Antworten würden enden, bevor sie beginnen/).last()).toBeVisible();
  await opens.fill(`${starts.slice(0, 10)}T09:00`);
  await send(page, 'Angaben speichern');
  await open(page, event.path);
  await send(page, 'Veranstaltung veröffentlichen');
  await open(page, await page.getByLabel('Adresse der Veranstaltungsseite').inputValue());
  await expect(page.getByText('Die Anmeldung ist noch nicht offen')).toBeVisible();
  await look(page, 'public-early');
});
