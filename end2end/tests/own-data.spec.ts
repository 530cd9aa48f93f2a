import { send } from '../support/forms';
import { inviteSomebody } from '../support/guests';
import { look, open } from '../support/look';
import { findLink, waitForMail } from '../support/mailbox';
import { expectFigures, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('a guest sees everything that is held, takes it along and has it erased', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
  watch,
}) => {
  watch.expectStatus(404);
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'data.example');
  await open(guest, event.guest.link);
  await guest.getByRole('radio', { name: 'Zusagen' }).check();
  await send(guest, 'Antwort senden');
  await guest.getByRole('link', { name: 'Meine Daten' }).click();
  const heading = guest.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Meine Daten');
  await look(guest, 'own-data-ask');
  await send(guest, 'Link senden');
  await expect(guest.getByRole('status')).toHaveText(/^Der Link ist unterwegs/);
  const link = findLink(await waitForMail(server.mails, event.guest.email, 'Ihre Daten'));
  await open(guest, link);
  await expect(guest.getByRole('heading', { name: event.title })).toBeVisible();
  await expect(guest.getByText(event.guest.email)).toBeVisible();
  await guest.getByText(/Einträge im Protokoll/).click();
  await expect(guest.getByText('Zugesagt', { exact: true }).first()).toBeVisible();
  await look(guest, 'own-data');
  const file = await guest.request.get(`${link}/data.json`);
  expect(await file.json()).toMatchObject({ format: 'einlass-own-data/1' });
  await guest.getByText('Meine Daten löschen lassen').click();
  await look(guest, 'own-data-erase');
  await send(guest, 'Endgültig löschen');
  await expect(heading).toHaveText('Gelöscht');
  await expectFigures(page, event, { Zugesagt: '0' });
  await guest.goto(link);
  await expect(heading).toHaveText(/nicht/);
});
