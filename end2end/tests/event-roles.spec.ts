import { expectComplaints, send, textField } from '../support/forms';
import { findLink, waitForMail } from '../support/mailbox';
import { look, open } from '../support/look';
import { createPublished, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

const PASSWORD = 'Sommer im Museum, 2028';

test('somebody helps at one event and sees nothing of the others', { tag: '@journey' }, async ({
  page,
  guest,
  team,
  server,
  watch,
}) => {
  watch.expectStatus(404, 422);
  const email = `ben.${team.email}`;
  await signIn(page, team);
  const rows = [
    ['Vorname', 'Nachname', 'E-Mail'],
    ['Anna', 'Huber', 'anna@x.example'],
  ];
  const gala = await createPublished(page, { title: 'Gala im Foyer' }, rows);
  const other = await createPublished(page, { title: 'Probe ohne Publikum' }, rows);

  await open(page, '/app/team/invite');
  await textField(page, 'Name').fill('Ben Berger');
  await textField(page, 'E-Mail-Adresse').fill(email);
  await page.getByRole('radio', { name: 'Verwaltung' }).check();
  const events = page.getByLabel('Veranstaltung', { exact: true });
  await events.selectOption(gala.id);
  await send(page, 'Einladung senden');
  await expectComplaints(page, [/^Diese Rolle gilt für alle Veranstaltungen/]);
  await expect(events).toHaveValue(gala.id);
  await page.getByRole('radio', { name: 'Eingang' }).check();
  await look(page, 'team-invite-to-event');
  await send(page, 'Einladung senden');
  await expect(page.getByRole('row', { name: 'Ben Berger' })).toContainText('Eingang bei „Gala im Foyer“');

  const mail = await waitForMail(server.mails, email, `Einladung ins Team von ${team.tenantName}`);
  await open(guest, findLink(mail));
  await expect(guest.getByText('Eingang bei „Gala im Foyer“')).toBeVisible();
  await guest.getByLabel('Neues Passwort').fill(PASSWORD);
  await send(guest, 'Einladung annehmen');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Guten Tag, Ben Berger');
  await expect(guest.getByText(other.title)).toHaveCount(0);
  await open(guest, '/app/events');
  await expect(guest.getByRole('link', { name: /Neue Veranstaltung/ })).toHaveCount(0);
  await look(guest, 'events-of-a-helper');
  await guest.getByRole('link', { name: /Gala im Foyer/ }).click();
  await expect(guest.getByRole('link', { name: 'Import', exact: true })).toHaveCount(0);
  await guest.getByRole('navigation', { name: 'Bereiche der Veranstaltung' }).getByRole('link', { name: 'Gäste' }).click();
  await expect(guest.getByText('Anna Huber')).toBeVisible();
  await open(guest, other.path);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');

  await open(page, '/app/team');
  await expect(page.getByRole('row', { name: 'Ben Berger' })).toContainText('Eingang bei „Gala im Foyer“');
  await page.getByRole('link', { name: 'Ben Berger' }).click();
  await look(page, 'team-member-at-events');
  await page.getByRole('link', { name: 'Einer Veranstaltung zuteilen' }).click();
  await look(page, 'team-assign');
  await send(page, 'Zuteilen');
  await expectComplaints(page, ['Bitte wählen Sie eine der Möglichkeiten.']);
  await events.selectOption(other.id);
  await page.getByRole('radio', { name: 'Auswertung' }).check();
  await send(page, 'Zuteilen');
  await expect(page.getByRole('status')).toHaveText(/^Zugeteilt\./);
  await open(guest, other.path);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(other.title);
  await open(guest, `${other.path}/guests`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');
  await open(page, '/app/team/review');
  await expect(page.getByRole('radiogroup', { name: `Ben Berger · ${other.title}` })).toContainText('Auswertung');
  await look(page, 'review-at-events');

  await open(page, '/app/team');
  await page.getByRole('link', { name: 'Ben Berger' }).click();
  await send(page, `Beenden ${gala.title}`);
  await expect(page.getByRole('status')).toHaveText('Die Zuteilung ist beendet.');
  await open(guest, gala.path);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');
});
