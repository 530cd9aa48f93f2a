import { look, open } from '../support/look';
import { expectRefusal, send } from '../support/forms';
import { createEvent, openAccount, putOnList, publish, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('a wrong password and an unknown address get the same words', async ({
  page,
  team,
  watch,
}) => {
  watch.expectStatus(401);
  for (const email of [team.email, 'niemand@verein.example']) {
    await open(page, '/app/login');
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await page.getByLabel('Passwort').fill('Falsche-Leitung-2027!');
    expect((await send(page, /^Anmelden$/)).status()).toBe(401);
    await expectRefusal(
      page,
      'E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides.',
    );
    await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue(email);
    await expect(page.getByLabel('Passwort')).toHaveValue('');
  }
  await look(page, 'sign-in-refused');
});

test('whoever signs in comes to the page that was asked for', async ({ page, team }) => {
  await open(page, '/app/events');
  await expect(page).toHaveURL(/\/app\/login\?next=%2Fapp%2Fevents$/);
  await look(page, 'sign-in');
  await page.getByLabel('E-Mail-Adresse').fill(team.email);
  await page.getByLabel('Passwort').fill(team.password);
  await send(page, /^Anmelden$/);
  await expect(page).toHaveURL('/app/events');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Veranstaltungen');
  await look(page, 'events-empty');
});

test('the overview says what is next, until nothing is', { tag: '@journey' }, async ({
  page,
  team,
}) => {
  await signIn(page, team);
  await expect(page.getByText('Noch keine Veranstaltung')).toBeVisible();
  await look(page, 'overview-empty');
  const event = await createEvent(page);

  await open(page, '/app');
  await expect(page.getByRole('listitem').filter({ hasText: 'Entwurf' })).toBeVisible();
  await page.getByRole('link', { name: `${event.title}: Gäste auf die Liste setzen` }).click();
  await expect(page.getByRole('heading', { name: 'Gästeliste importieren' })).toBeVisible();
  await putOnList(page, event, [
    ['Vorname', 'Nachname', 'E-Mail'],
    ['Anna', 'Huber', 'anna.huber@overview.example'],
  ]);

  await open(page, '/app');
  await page.getByRole('link', { name: `${event.title}: Veranstaltung veröffentlichen` }).click();
  await publish(page, event);

  await open(page, '/app');
  await look(page, 'overview');
  await page.getByRole('link', { name: `${event.title}: Einen Gast einladen` }).click();
  await page.getByRole('button', { name: 'Einladung an einen Gast senden' }).click();
  await expect(page.getByRole('status')).toHaveText('Eine Einladung geht hinaus.');

  await open(page, '/app');
  await expect(page.getByText('Alles erledigt.')).toBeVisible();
});

test('after signing out nothing is left to see', { tag: '@journey' }, async ({ page, team }) => {
  await signIn(page, team);
  await openAccount(page);
  await look(page, 'account');
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Einladen, antworten, dabei sein',
  );
  await look(page, 'home');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
  await open(page, '/app/events');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
});
