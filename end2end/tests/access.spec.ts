import { send, textField } from '../support/forms';
import { look, open } from '../support/look';
import { createPublished, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('an owner reviews who has access, and who is not needed any more is out', { tag: '@journey' }, async ({
  page,
  guest,
  team,
  server,
}) => {
  const helper = { ...team, name: 'Ben Berger', email: `ben.${team.email}` };
  const account = ['--name', helper.name, '--tenant', team.tenant, '--role', 'check-in'];
  await server.run(['user', 'create', helper.email, ...account], team.password);
  await signIn(guest, helper);

  await signIn(page, team);
  await open(page, '/app/team');
  await expect(page.getByText(/^Die nächste Überprüfung ist am/)).toBeVisible();
  await look(page, 'team-with-review');
  await page.getByRole('link', { name: 'Zugriffe überprüfen' }).click();
  await look(page, 'review');
  await page.getByRole('radiogroup', { name: helper.name }).getByRole('radio', { name: 'Beenden' }).check();
  await send(page, 'Überprüfung abschließen');
  await expect(page.getByRole('status')).toHaveText(/^Die Überprüfung ist abgeschlossen/);
  await expect(page.getByRole('row', { name: helper.name })).toHaveCount(0);
  await look(page, 'team-reviewed');
  await open(guest, '/app/events');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Anmelden');

  await page.getByRole('table', { name: 'Bisherige Überprüfungen' }).getByRole('link').first().click();
  await expect(page.getByRole('row', { name: /Zugriffe überprüft/ })).toContainText('Behalten, Beendet');
  await open(page, '/app/team/review');
  await page.getByLabel('Überprüft wird').selectOption('30');
  await send(page, 'Angaben speichern');
  await expect(page.getByRole('status')).toHaveText('Gespeichert.');
});

test('support is let in for an hour, is seen while it is there, and is shown out', { tag: '@journey' }, async ({
  page,
  guest,
  team,
  server,
  watch,
}) => {
  watch.expectStatus(404);
  const support = { ...team, name: 'Sam Support', email: `sam.${team.email}` };
  await server.run(['user', 'create', support.email, '--name', support.name, '--support'], team.password);
  await signIn(page, team);
  const event = await createPublished(page, {}, [
    ['Vorname', 'Nachname', 'E-Mail'],
    ['Anna', 'Huber', 'anna@x.example'],
  ]);

  await open(guest, '/app/login');
  await guest.getByLabel('E-Mail-Adresse').fill(support.email);
  await guest.getByLabel('Passwort').fill(support.password);
  await guest.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Support');
  await expect(guest.getByText('Niemand lässt Sie gerade herein')).toBeVisible();
  await look(guest, 'support-desk-empty');
  await open(guest, event.path);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');

  await open(page, '/app/team/support');
  await look(page, 'support-never');
  await page.getByLabel('Wer', { exact: true }).selectOption({ label: support.name });
  await textField(page, 'Warum').fill('Die Liste zeigt Anna zweimal');
  await page.getByLabel('Für wie lange').selectOption('60');
  await send(page, 'Hereinlassen');
  await expect(page.getByRole('status')).toHaveText(/^Der Support kann sich jetzt anmelden/);
  await expect(page.getByText(/^Sam Support vom Support darf bis .* lesen/)).toBeVisible();
  await look(page, 'support-let-in');

  await open(guest, '/app/provider');
  await expect(guest.getByRole('row', { name: team.tenantName })).toContainText('Die Liste zeigt Anna zweimal');
  await look(guest, 'support-desk');
  await guest.getByRole('button', { name: /^Betreten/ }).click();
  await expect(guest.getByText(/^Sie sind als Support bei/)).toBeVisible();
  await open(guest, `${event.path}/guests`);
  await expect(guest.getByRole('row', { name: /Huber/ })).toBeVisible();
  await expect(guest.getByRole('link', { name: 'Gästeliste als CSV herunterladen' })).toHaveCount(0);
  await look(guest, 'support-inside');
  await open(guest, `${event.path}/edit`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');

  await open(page, '/app/team/support');
  await expect(page.getByRole('row', { name: support.name })).toContainText(/\d+-mal angesehen, nichts geändert/);
  await page.getByRole('link', { name: /angesehen/ }).click();
  await expect(page.getByRole('row', { name: /Vom Support angesehen/ }).first()).toContainText('/app/events/{event}/guests');
  await look(page, 'support-log');
  await open(page, '/app/team/support');
  await send(page, /^Beenden/);
  await expect(page.getByRole('status')).toHaveText('Der Zugriff ist beendet.');
  await open(guest, '/app');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
});
