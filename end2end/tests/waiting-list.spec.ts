import type { Page } from '@playwright/test';
import { expectRefusal, send } from '../support/forms';
import { readHistory } from '../support/guests';
import { look, open } from '../support/look';
import { findLink, waitForMail } from '../support/mailbox';
import { createPublished, expectFigures, signIn } from '../support/organiser';
import { confirmRegistration, fillRegistration } from '../support/registration';
import { expect, test } from '../support/test';

const PLAN = { isOpen: true, capacity: 1, companions: 3, waitingList: 'Ein Angebot gilt einen Tag' };

async function fill(page: Page, url: string, given: string, family: string, email: string): Promise<void> {
  await open(page, url);
  await fillRegistration(page, given, family, email);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('who waits is offered the place that becomes free, and takes it', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createPublished(page, { ...PLAN, title: 'Fast ausgebucht' });
  await fill(guest, event.publicUrl, 'Ben', 'Maier', 'ben@queue.example');
  await send(guest, 'Verbindlich anmelden');
  await confirmRegistration(guest, server.mails, 'ben@queue.example', event.title);
  const first = guest.url();

  await fill(guest, event.publicUrl, 'Anna', 'Huber', 'anna@queue.example');
  await expect(guest.getByText('Alle Plätze sind vergeben')).toBeVisible();
  await look(guest, 'waiting-form');
  await send(guest, 'Auf die Warteliste');
  await expect(guest.getByText('dann stehen Sie auf der Warteliste')).toBeVisible();
  const asked = await waitForMail(server.mails, 'anna@queue.example', /^Bitte bestätigen/);
  await open(guest, findLink(asked));
  await look(guest, 'waiting-confirm');
  await send(guest, 'Anmeldung bestätigen');
  await expect(heading(guest)).toHaveText('Sie stehen auf der Warteliste, Anna.');
  await expect(guest.getByText('Sie stehen an Stelle 1.')).toBeVisible();
  await look(guest, 'waiting-own-page');
  await expectFigures(page, event, { Zugesagt: '1', Warteliste: '1', 'Plätze vergeben': '1 / 1' });
  await look(page, 'waiting-event');
  await open(page, '/app');
  await expect(page.getByRole('link', { name: 'Fast ausgebucht: Eine Person steht auf der Warteliste' })).toBeVisible();

  await open(guest, first);
  await send(guest, 'Zusage stornieren');
  const offer = await waitForMail(server.mails, 'anna@queue.example', `Ein Platz ist frei: ${event.title}`);
  expect(offer.mail.text).toContain('ein Platz ist für Sie frei geworden:');
  await open(guest, findLink(offer));
  await expect(heading(guest)).toHaveText('Ein Platz ist für Sie frei, Anna.');
  await look(guest, 'waiting-offer');
  await expectFigures(page, event, { 'Platz angeboten': '1', 'Plätze vergeben': '1 / 1' });
  await send(guest, 'Platz annehmen');
  await expect(heading(guest)).toHaveText('Sie sind dabei, Anna.');
  await expectFigures(page, event, { Zugesagt: '1', Storniert: '1', 'Plätze vergeben': '1 / 1' });
  const entries = await readHistory(page, event, 'Anna Huber');
  expect(entries.some((entry) => entry.startsWith('Freien Platz angeboten'))).toBe(true);
  await look(page, 'waiting-history');
});

test('who asks for more places than there are can wait for all of them', async ({
  page,
  guest,
  server,
  team,
  watch,
}) => {
  watch.expectStatus(409);
  await signIn(page, team);
  const event = await createPublished(page, { ...PLAN, capacity: 2 });
  await fill(guest, event.publicUrl, 'Ben', 'Maier', 'ben@more.example');
  await send(guest, 'Verbindlich anmelden');
  await expect(heading(guest)).toHaveText('Bitte bestätigen Sie Ihre Anmeldung');
  await fill(guest, event.publicUrl, 'Anna', 'Huber', 'anna@more.example');
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('Eine Person');
  await expect(guest.getByRole('button', { name: 'Auf die Warteliste' })).toHaveCount(0);
  await send(guest, 'Verbindlich anmelden');
  await expectRefusal(guest, 'Es ist nur noch ein Platz frei.');
  await look(guest, 'waiting-instead');
  await send(guest, 'Auf die Warteliste');
  const asked = await waitForMail(server.mails, 'anna@more.example', /^Bitte bestätigen/);
  await open(guest, findLink(asked));
  await send(guest, 'Anmeldung bestätigen');
  await expect(heading(guest)).toHaveText('Sie stehen auf der Warteliste, Anna.');
  await send(guest, 'Von der Warteliste streichen');
  await expect(heading(guest)).toHaveText('Schade, dass Sie nicht kommen, Anna.');
  await expectFigures(page, event, { Abgesagt: '1', 'Plätze vergeben': '1 / 2' });
});

test('an invited guest waits and lets the offer go', async ({ page, guest, server, team }) => {
  await signIn(page, team);
  const rows = [['Vorname', 'Nachname', 'E-Mail'], ['Anna', 'Huber', 'anna@asked.example'], ['Ben', 'Maier', 'ben@asked.example']];
  const event = await createPublished(page, { ...PLAN, isOpen: false }, rows);
  await open(page, `${event.path}/invitation`);
  await page.getByRole('button', { name: /^Einladung an .* senden$/ }).click();
  const links = [];
  for (const email of ['anna@asked.example', 'ben@asked.example']) {
    links.push(findLink(await waitForMail(server.mails, email, /./)));
  }
  await open(guest, links[0] ?? '');
  await guest.getByRole('radio', { name: 'Zusagen' }).check();
  await send(guest, 'Antwort senden');
  const first = guest.url();
  await open(guest, links[1] ?? '');
  await look(guest, 'waiting-invited');
  await guest.getByRole('radio', { name: 'Auf die Warteliste' }).check();
  await send(guest, 'Antwort senden');
  await expect(heading(guest)).toHaveText('Sie stehen auf der Warteliste, Ben.');
  await open(guest, first);
  await send(guest, 'Zusage stornieren');
  const offer = await waitForMail(server.mails, 'ben@asked.example', `Ein Platz ist frei: ${event.title}`);
  await open(guest, links[1] ?? '');
  await expect(guest.getByText('Ein Platz ist für Sie frei')).toBeVisible();
  await open(guest, findLink(offer));
  await send(guest, 'Platz nicht annehmen');
  await expectFigures(page, event, { Abgesagt: '1', Storniert: '1', 'Plätze vergeben': '0 / 1' });
});
