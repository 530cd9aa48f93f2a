import { expectComplaints, expectRefusal, send, textField } from '../support/forms';
import { findLink, waitForMail } from '../support/mailbox';
import { look, open } from '../support/look';
import { openAccount, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

const PASSWORD = 'Sommer im Museum, 2028';

test('somebody is invited to the team, joins, and is out again at once', { tag: '@journey' }, async ({
  page,
  guest,
  team,
  server,
  watch,
}) => {
  watch.expectStatus(401, 404, 422);
  const email = `ben.${team.email}`;
  await signIn(page, team);
  await open(page, '/app/team');
  await expect(page.getByRole('row', { name: team.name })).toContainText('Verantwortlich');
  await page.getByRole('link', { name: 'Ins Team einladen' }).click();
  await textField(page, 'Name').fill('Ben Berger');
  await textField(page, 'E-Mail-Adresse').fill('ben@verein');
  await send(page, 'Einladung senden');
  await expectComplaints(page, [/^Bitte prüfen Sie die E-Mail-Adresse/]);
  await look(page, 'team-invite');
  await textField(page, 'E-Mail-Adresse').fill(email);
  await send(page, 'Einladung senden');
  await expect(page.getByRole('status')).toHaveText('Die Einladung ist unterwegs.');
  await look(page, 'team-invited');

  const mail = await waitForMail(server.mails, email, `Einladung ins Team von ${team.tenantName}`);
  const link = findLink(mail);
  await open(guest, link);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`Einladung zu ${team.tenantName}`);
  await expect(textField(guest, 'Name')).toHaveValue('Ben Berger');
  await guest.getByLabel('Neues Passwort').fill('Passwort1234!');
  await send(guest, 'Einladung annehmen');
  await expectComplaints(guest, [/^Dieses Passwort ist leicht zu erraten/]);
  await look(guest, 'join');
  await guest.getByLabel('Neues Passwort').fill(PASSWORD);
  await send(guest, 'Einladung annehmen');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Guten Tag, Ben Berger');
  await expect(guest.getByRole('link', { name: 'Team' })).toHaveCount(0);
  await open(guest, '/app/team');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');

  await open(page, '/app/team');
  await page.getByRole('link', { name: 'Ben Berger' }).click();
  await page.getByRole('radio', { name: 'Auswertung' }).check();
  await page.getByLabel(/^Letzter Tag/).fill('2099-12-31');
  await look(page, 'team-member');
  await send(page, 'Angaben speichern');
  await expect(page.getByRole('row', { name: 'Ben Berger' })).toContainText('Auswertung');
  await expect(page.getByRole('row', { name: 'Ben Berger' })).toContainText('bis 31. Dezember 2099');
  await look(page, 'team');
  await page.getByRole('link', { name: 'Ben Berger' }).click();
  await send(page, 'Zugang beenden');
  await expect(page.getByRole('row', { name: 'Ben Berger' })).toHaveCount(0);
  await open(guest, '/app/events');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
  await open(guest, link);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Dieser Link gilt nicht mehr');
});

test('the last owner stays', async ({ page, team, watch }) => {
  watch.expectStatus(409);
  await signIn(page, team);
  await open(page, '/app/team');
  await page.getByRole('link', { name: team.name }).click();
  await send(page, 'Zugang beenden');
  await expectRefusal(page, 'Jede Organisation braucht jemanden, der verantwortlich ist.');
  await look(page, 'team-last-owner');
});

test('a forgotten password is replaced by mail', { tag: '@journey' }, async ({
  page,
  team,
  server,
}) => {
  await open(page, '/app/login');
  await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
  await look(page, 'forgot');
  await textField(page, 'E-Mail-Adresse').fill(team.email);
  await send(page, 'Link anfordern');
  await expect(page.getByText('Bitte sehen Sie in Ihr Postfach')).toBeVisible();
  await look(page, 'forgot-sent');
  const mail = await waitForMail(server.mails, team.email, 'Neues Passwort für Einlass');
  await open(page, findLink(mail));
  await look(page, 'reset');
  await page.getByLabel('Neues Passwort').fill(PASSWORD);
  await send(page, 'Passwort festlegen');
  await expect(page.getByRole('status')).toContainText('Das neue Passwort gilt.');
  await signIn(page, { ...team, password: PASSWORD });
});

test('whoever guesses has to wait', async ({ page, team, watch }) => {
  watch.expectStatus(401, 429);
  await open(page, '/app/login');
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await page.getByLabel('E-Mail-Adresse').fill(team.email);
    await page.getByLabel('Passwort').fill('Falsche-Leitung-2027!');
    await send(page, /^Anmelden$/);
  }
  await expect(page.getByRole('alert')).toContainText(/viele Versuche|passen nicht zusammen/);
  await look(page, 'sign-in-wait');
});

test('sessions are seen and ended, and the password is changed', async ({
  page,
  guest,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  await signIn(guest, team);
  await openAccount(page);
  await page.getByRole('link', { name: 'Mein Konto' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mein Konto');
  await expect(page.getByRole('row', { name: /Chrome, Linux/ })).toHaveCount(2);
  await look(page, 'own-account');
  await send(page, /^Beenden/);
  await expect(page.getByRole('status')).toHaveText('Die Sitzung ist beendet.');
  await open(guest, '/app/events');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Anmelden');

  await page.getByLabel('Bisheriges Passwort').fill('Falsche-Leitung-2027!');
  await page.getByLabel('Neues Passwort').fill(PASSWORD);
  await send(page, 'Passwort ändern');
  await expectComplaints(page, ['Das Passwort stimmt nicht.']);
  await page.getByLabel('Bisheriges Passwort').fill(team.password);
  await page.getByLabel('Neues Passwort').fill(PASSWORD);
  await send(page, 'Passwort ändern');
  await expect(page.getByRole('status')).toContainText('Das Passwort ist geändert.');
  await signIn(guest, { ...team, password: PASSWORD });
});

test('somebody who works for two organisations switches between them', async ({
  page,
  guest,
  team,
  server,
}) => {
  const other = await server.createTeam('Theater am Platz');
  await signIn(page, other);
  await open(page, '/app/team/invite');
  await textField(page, 'Name').fill(team.name);
  await textField(page, 'E-Mail-Adresse').fill(team.email);
  await page.getByRole('radio', { name: 'Auswertung' }).check();
  await send(page, 'Einladung senden');
  const mail = await waitForMail(server.mails, team.email, 'Einladung ins Team von Theater am Platz');
  await open(guest, findLink(mail));
  await guest.getByLabel('Passwort').fill(team.password);
  await send(guest, 'Einladung annehmen');
  await open(guest, '/app/account');
  await expect(guest.getByText('Theater am Platz').first()).toBeVisible();
  await look(guest, 'account-organisations');
  await send(guest, /^Wechseln/);
  await open(guest, '/app/account');
  const own = guest.getByRole('listitem').filter({ hasText: team.tenantName });
  await expect(own).toContainText('Hier sind Sie');
});
