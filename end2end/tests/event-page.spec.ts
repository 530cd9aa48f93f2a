import { join } from 'node:path';
import { expectComplaints, send, textField } from '../support/forms';
import { look, open, runsScripts } from '../support/look';
import { createEvent, publish, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

const PICTURE = join(__dirname, '../../server/assets/foyer.jpg');

test('an organiser fills the page of an event and guests read it in their language', { tag: '@journey' }, async ({
  page,
  guest,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createEvent(page, { title: 'Sommerfest im Foyer', isOpen: true });
  await page.getByRole('link', { name: 'Seite', exact: true }).click();
  await expect(page.getByText('Noch kein Text.')).toBeVisible();
  await look(page, 'page-empty');

  await page.getByRole('link', { name: 'Bild hinzufügen' }).click();
  await page.getByLabel('Bild', { exact: true }).setInputFiles({
    name: 'brief.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7'),
  });
  await textField(page, 'Was ist zu sehen\\?').fill('Lampen im Foyer');
  expect((await send(page, 'Angaben speichern')).status()).toBe(422);
  await expectComplaints(page, [/^Das ist kein Bild/]);
  await expect(textField(page, 'Was ist zu sehen\\?')).toHaveValue('Lampen im Foyer');
  await look(page, 'page-cover-refused');
  await page.getByLabel('Bild', { exact: true }).setInputFiles(PICTURE);
  await send(page, 'Angaben speichern');
  await expect(page.getByRole('img', { name: 'Lampen im Foyer' })).toBeVisible();
  await look(page, 'page-cover');

  await page.getByRole('link', { name: 'Texte bearbeiten' }).click();
  await textField(page, 'Beschreibung').fill('Ein **Abend** im Garten.\n\n- Musik\n- Tanz\n\n<script>alert(1)</script>');
  if (runsScripts()) await expect(page.locator('.prose strong')).toHaveText('Abend');
  await textField(page, 'Titel auf Englisch').fill('Summer party');
  await textField(page, 'Beschreibung auf Englisch').fill('An *evening* in the garden.');
  await look(page, 'page-texts');
  await send(page, 'Angaben speichern');
  await expect(page.getByRole('status')).toHaveText('Gespeichert.');
  await expect(page.locator('#texts li')).toHaveText(['Musik', 'Tanz']);

  for (const [time, what] of [['18:00', 'Einlass'], ['19:00', 'Reden']]) {
    await page.getByRole('link', { name: 'Programmpunkt hinzufügen' }).click();
    await textField(page, 'Uhrzeit').fill(time ?? '');
    await textField(page, 'Was geschieht').fill(what ?? '');
    await send(page, 'Angaben speichern');
  }
  await send(page, '19:00 · Reden nach oben');
  await expect(page.locator('#agenda .page-line > p')).toHaveText(['19:00 · Reden', '18:00 · Einlass']);
  await send(page, '19:00 · Reden nach unten');

  await page.getByRole('link', { name: 'Frage hinzufügen' }).click();
  await textField(page, 'Antwort').fill('Mit der U4.');
  await page.locator('form.form').evaluate((form: HTMLFormElement) => { form.noValidate = true; });
  expect((await send(page, 'Angaben speichern')).status()).toBe(422);
  await expectComplaints(page, ['Bitte geben Sie ein, worum es geht.']);
  await expect(textField(page, 'Antwort')).toHaveValue('Mit der U4.');
  await textField(page, 'Frage').fill('Wie komme ich hin?');
  await send(page, 'Angaben speichern');

  await page.getByRole('link', { name: 'Kontakt bearbeiten' }).click();
  await textField(page, 'Name').fill('Büro Huber');
  await textField(page, 'E-Mail-Adresse').fill('buero@x.example');
  await send(page, 'Angaben speichern');
  await page.getByRole('link', { name: 'Farbe ändern' }).click();
  await textField(page, 'Farbe').fill('#ffcc00');
  await send(page, 'Angaben speichern');
  await look(page, 'page-filled');

  const url = await publish(page, event);
  await open(guest, url);
  const cover = guest.getByRole('img', { name: 'Lampen im Foyer' });
  await expect(cover).toBeVisible();
  await expect.poll(() => cover.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
  await expect(guest.getByRole('heading', { name: 'Ablauf' })).toBeVisible();
  await expect(guest.getByText('<script>alert(1)</script>')).toBeVisible();
  await guest.getByText('Wie komme ich hin?').click();
  await expect(guest.getByText('Mit der U4.')).toBeVisible();
  await look(guest, 'public-page');
  await expect(guest.locator('meta[property="og:title"]')).toHaveAttribute('content', event.title);
  const data = JSON.parse((await guest.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data).toMatchObject({ '@type': 'Event', name: event.title, url });
  expect(data.startDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);

  await open(guest, `${url}?lang=en`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Summer party');
  await expect(guest.locator('.prose em')).toHaveText('evening');
});
