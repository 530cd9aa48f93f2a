import { expectComplaints, send, textField } from '../support/forms';
import { look, open } from '../support/look';
import { createEvent, expectFigures, publish, putOnList, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

/** What would break out of a page that does not write text as text. */
const MARKUP = `</textarea><script>alert(1)</script>"'><img src=x onerror=alert(2)>&lt;`;

test('an event is created on one screen and then published', { tag: '@journey' }, async ({
  page,
  team,
}) => {
  await signIn(page, team);
  await page.getByRole('link', { name: 'Neue Veranstaltung' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Neue Veranstaltung');
  await look(page, 'event-new');
  const description = 'Ein Abend mit Musik.\n\nFür Speis und Trank ist gesorgt.';
  const event = await createEvent(page, { isOpen: true, capacity: 40, description });
  await expect(page.getByText('Entwurf', { exact: true })).toBeVisible();
  await expect(page.getByText('sobald die Veranstaltung veröffentlicht ist')).toBeVisible();
  await look(page, 'event-draft');

  const publicUrl = await publish(page, event);
  await expect(page.getByText('Veröffentlicht', { exact: true })).toBeVisible();
  await look(page, 'event-published');
  await expectFigures(page, event, { 'Plätze vergeben': '0 / 40' });

  await open(page, publicUrl);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
  await expect(page.getByText('Für Speis und Trank ist gesorgt.')).toBeVisible();
});

test('a form with mistakes comes back with all that was typed', async ({ page, team, watch }) => {
  watch.expectStatus(422);
  await signIn(page, team);
  await open(page, '/app/events/new');
  const typed = { Titel: '  ', Ort: 'Foyer', Plätze: 'viele', 'Begleitpersonen je Gast': '21' };
  for (const [label, text] of Object.entries(typed)) await textField(page, label).fill(text);
  await page.getByLabel('Beginn').fill('2031-06-12T18:00');
  await page.getByLabel('Ende').fill('2031-06-12T17:00');
  await page.getByRole('radio', { name: 'Offen für alle' }).check();
  await textField(page, 'Beschreibung').fill('\nErste Zeile\nZweite Zeile');

  expect((await send(page, 'Entwurf anlegen')).status()).toBe(422);
  await expectComplaints(page, [
    'Bitte geben Sie der Veranstaltung einen Titel.',
    'Das Ende muss nach dem Beginn liegen. Bitte prüfen Sie beide Zeiten.',
    /^Bitte geben Sie eine ganze Zahl von 1 bis [\d. ]+ ein\.$/,
    'Bitte geben Sie eine ganze Zahl von 0 bis 20 ein.',
  ]);
  await look(page, 'event-new-mistakes');
  for (const [label, text] of Object.entries(typed)) {
    await expect(textField(page, label)).toHaveValue(text);
  }
  await expect(page.getByLabel('Beginn')).toHaveValue('2031-06-12T18:00');
  await expect(page.getByLabel('Ende')).toHaveValue('2031-06-12T17:00');
  await expect(page.getByLabel('Ende')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('radio', { name: 'Offen für alle' })).toBeChecked();
  await expect(textField(page, 'Beschreibung')).toHaveValue('\nErste Zeile\nZweite Zeile');

  await page.getByRole('link', { name: /von 0 bis 20/ }).click();
  await expect(textField(page, 'Begleitpersonen je Gast')).toBeFocused();
});

test('markup in any field is shown as text', async ({ page, guest, team, watch }) => {
  watch.expectStatus(422);
  await signIn(page, team);
  await open(page, '/app/events/new');
  const labels = ['Titel', 'Ort', 'Plätze', 'Begleitpersonen je Gast', 'Beschreibung'];
  for (const label of labels) await textField(page, label).fill(MARKUP);
  await send(page, 'Entwurf anlegen');
  for (const label of labels) await expect(textField(page, label)).toHaveValue(MARKUP);

  const plan = { title: MARKUP, place: MARKUP, description: MARKUP, isOpen: true };
  const event = await createEvent(page, plan);
  await expect(page.getByRole('definition').filter({ hasText: MARKUP })).toBeVisible();
  const publicUrl = await publish(page, event);
  await open(page, `${event.path}/edit`);
  for (const label of ['Titel', 'Ort', 'Beschreibung']) {
    await expect(textField(page, label)).toHaveValue(MARKUP);
  }
  await open(page, '/app/events');
  await expect(page.getByRole('link', { name: MARKUP })).toBeVisible();
  await open(guest, publicUrl);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(MARKUP);
  await expect(guest.getByText(MARKUP)).toHaveCount(3);
  await look(guest, 'event-public-markup');
});

test('a changed event stays changed, and mistakes change nothing', async ({
  page,
  team,
  watch,
}) => {
  await signIn(page, team);
  const event = await createEvent(page);
  await open(page, `${event.path}/edit`);
  await look(page, 'event-edit');
  await textField(page, 'Ort').fill('Großer Saal');
  await textField(page, 'Plätze').fill('12');
  await page.getByRole('button', { name: 'Angaben speichern' }).click();
  await expect(page.getByRole('status')).toHaveText('Gespeichert.');
  await expect(textField(page, 'Ort')).toHaveValue('Großer Saal');
  await expectFigures(page, event, { 'Plätze vergeben': '0 / 12' });

  watch.expectStatus(422);
  await open(page, `${event.path}/edit`);
  await textField(page, 'Titel').fill('   ');
  expect((await send(page, 'Angaben speichern')).status()).toBe(422);
  await expectComplaints(page, ['Bitte geben Sie der Veranstaltung einen Titel.']);
  await expect(textField(page, 'Ort')).toHaveValue('Großer Saal');
});

test('a form that is sent twice creates one event', { tag: '@once' }, async ({
  page,
  server,
  team,
}) => {
  await signIn(page, team);
  await open(page, '/app/events/new');
  const form: Record<string, string> = { title: 'Nur einmal' };
  for (const name of ['request-key', 'starts', 'ends', 'zone', 'companions']) {
    form[name] = await page.locator(`[name="${name}"]`).inputValue();
  }
  form['admission'] = 'invitation';
  const headers = { origin: server.url };
  const answers = await Promise.all([
    page.request.post('/app/events/new', { form, headers }),
    page.request.post('/app/events/new', { form, headers }),
  ]);
  expect(new Set(answers.map((answer) => answer.url())).size).toBe(1);
  await open(page, '/app/events');
  await expect(page.getByRole('link', { name: 'Nur einmal' })).toHaveCount(1);
});

test('a list of many events leads to each of them', async ({ page, team }) => {
  await signIn(page, team);
  const first = await createEvent(page, { title: 'Offene Probe', isOpen: true });
  const second = await createEvent(page, { title: 'Jahresempfang der Universität' });
  await putOnList(page, second, [
    ['Name', 'E-Mail'],
    ['Anna Huber', 'anna.huber@many.example'],
  ]);
  await publish(page, first);
  await open(page, '/app/events');
  await look(page, 'events');
  const line = page.getByRole('listitem').filter({ hasText: second.title });
  await expect(line).toContainText('0 zugesagt, 0 abgesagt, 1 offen');
  await expect(line).toContainText('Entwurf');
  await page.getByRole('link', { name: first.title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.title);
});
