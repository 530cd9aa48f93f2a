import type { Page } from '@playwright/test';
import { expectComplaints, send, textField } from '../support/forms';
import { look, open, runsScripts } from '../support/look';
import { createEvent, publish, signIn } from '../support/organiser';
import { confirmRegistration } from '../support/registration';
import { expect, test } from '../support/test';

/** Begins a question of a kind. */
async function begin(page: Page, kind: string): Promise<void> {
  await page.getByLabel('Art der Antwort').selectOption(kind);
  await page.getByRole('button', { name: 'Frage hinzufügen' }).click();
  await expect(page.getByRole('button', { name: 'Angaben speichern' })).toBeVisible();
}

/** The questions in order, as guests see them. */
async function expectOrder(page: Page, labels: string[]): Promise<void> {
  const items = page.locator('.question-list > li');
  await expect(items).toHaveCount(labels.length);
  for (const [at, label] of labels.entries()) await expect(items.nth(at)).toContainText(label);
}

test('an organiser asks, guests reply, and a reply leads to the next question', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createEvent(page, { title: 'Sommerfest im Foyer', isOpen: true, companions: 1 });
  await page.getByRole('link', { name: 'Formular', exact: true }).click();
  await expect(page.getByText('Noch keine Fragen.')).toBeVisible();
  await look(page, 'questions-empty');

  await begin(page, 'Auswahl, eine Antwort');
  await page.locator('form.form').evaluate((form: HTMLFormElement) => { form.noValidate = true; });
  expect((await send(page, 'Angaben speichern')).status()).toBe(422);
  await expectComplaints(page, ['Geben Sie die Frage ein.', 'Geben Sie mindestens eine Antwort zur Auswahl ein.']);
  await page.getByRole('textbox', { name: 'Frage', exact: true }).fill('Menü');
  await page.getByRole('textbox', { name: 'Antworten zur Auswahl' }).fill('Fleisch\nVegan');
  await page.getByRole('checkbox', { name: 'Ohne Antwort keine Zusage' }).check();
  if (runsScripts()) await expect(page.locator('[data-shown]').getByText('Vegan')).toBeVisible();
  await look(page, 'question-choice');
  await send(page, 'Angaben speichern');
  await expect(page.getByRole('status')).toHaveText('Gespeichert.');

  await begin(page, 'Kurzer Text');
  await page.getByRole('textbox', { name: 'Frage', exact: true }).fill('Unverträglichkeiten');
  await textField(page, 'Warum Sie fragen').fill('Damit die Küche planen kann.');
  await page.getByRole('checkbox', { name: /^Besondere Daten/ }).check();
  await page.getByLabel('Wann die Frage gestellt wird').selectOption('Nur bei „Menü“: Vegan');
  await send(page, 'Angaben speichern');
  await begin(page, 'Zahl');
  await page.getByRole('textbox', { name: 'Frage', exact: true }).fill('Kinder unter zehn');
  await send(page, 'Angaben speichern');
  await send(page, '„Kinder unter zehn“ nach oben');
  await expectOrder(page, ['Menü', 'Kinder unter zehn', 'Unverträglichkeiten']);
  await look(page, 'questions');

  const url = await publish(page, event);
  await open(guest, url);
  await textField(guest, 'Nachname').fill('Huber');
  await textField(guest, 'E-Mail-Adresse').fill('anna@fragen.example');
  const intolerances = textField(guest, 'Unverträglichkeiten');
  if (runsScripts()) await expect(intolerances).toBeHidden();
  else await expect(guest.getByText('Nur bei „Menü“: Vegan')).toBeVisible();
  await textField(guest, 'Kinder unter zehn').fill('zwei');
  if (runsScripts()) {
    await textField(guest, 'Kinder unter zehn').blur();
    await expect(guest.getByRole('alert')).toHaveText(/^Geben Sie eine ganze Zahl ein/);
  }
  expect((await send(guest, 'Verbindlich anmelden')).status()).toBe(422);
  await expectComplaints(guest, ['Bitte beantworten Sie diese Frage.', /^Geben Sie eine ganze Zahl ein/]);
  await expect(textField(guest, 'Kinder unter zehn')).toHaveValue('zwei');
  await look(guest, 'registration-replies-missing');
  await guest.getByRole('radio', { name: 'Vegan' }).check();
  await intolerances.fill('Nüsse');
  await textField(guest, 'Kinder unter zehn').fill('2');
  await look(guest, 'registration-replies');
  await send(guest, 'Verbindlich anmelden');
  await confirmRegistration(guest, server.mails, 'anna@fragen.example', event.title);
  await guest.getByText('Antwort und Angaben bearbeiten').click();
  await expect(guest.getByRole('radio', { name: 'Vegan' })).toBeChecked();
  await expect(intolerances).toHaveValue('Nüsse');

  await open(page, `${event.path}/guests`);
  await page.getByRole('link', { name: 'Auswertung' }).click();
  await page.getByText('Vegan: 1').click();
  await expect(page.getByRole('link', { name: 'Huber' }).first()).toBeVisible();
  await expect(page.getByText('Zusammen 2')).toBeVisible();
  await look(page, 'replies');

  await open(page, `${event.path}/questions`);
  await expect(page.getByText('Ein Gast hat schon zugesagt.')).toBeVisible();
  await open(page, `${event.path}/guests`);
  await page.getByRole('link', { name: 'Huber' }).click();
  await expect(page.locator('dl.facts').first()).toContainText('Vegan');
  await expect(page.getByRole('heading', { name: 'Besondere Daten' })).toBeVisible();
  await expect(page.locator('dl.facts').last()).toContainText('Nüsse');
  await look(page, 'guest-replies');
});

test('a question is dragged to another place, and taken away', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createEvent(page, { isOpen: true });
  await open(page, `${event.path}/questions`);
  for (const label of ['Anreise', 'Musik', 'Kleidung']) {
    await begin(page, 'Kurzer Text');
    await page.getByRole('textbox', { name: 'Frage', exact: true }).fill(label);
    await send(page, 'Angaben speichern');
  }
  if (runsScripts()) {
    await open(page, `${event.path}/questions`);
    const items = page.locator('.question-list > li');
    const loaded = page.waitForEvent('load');
    await items.nth(2).dragTo(items.nth(0), { targetPosition: { x: 40, y: 4 } });
    await loaded;
    await expectOrder(page, ['Kleidung', 'Anreise', 'Musik']);
  } else {
    await send(page, '„Kleidung“ nach oben');
    await send(page, '„Kleidung“ nach oben');
    await expectOrder(page, ['Kleidung', 'Anreise', 'Musik']);
  }
  await page.locator('.question-list > li').first().getByRole('link', { name: 'Bearbeiten' }).click();
  await send(page, 'Frage löschen');
  await expectOrder(page, ['Anreise', 'Musik']);
});
