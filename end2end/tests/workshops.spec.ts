import type { Page } from '@playwright/test';
import { expectComplaints, send, textField } from '../support/forms';
import { look, open } from '../support/look';
import { findLink, waitForMail } from '../support/mailbox';
import { createPublished, type PlannedEvent, signIn } from '../support/organiser';
import { confirmRegistration } from '../support/registration';
import { expect, test } from '../support/test';

/** Adds a workshop that begins so many minutes after the event and takes so many. */
async function addWorkshop(
  page: Page,
  event: PlannedEvent,
  [title, english]: [string, string],
  [from, minutes]: [number, number],
  places: string,
): Promise<void> {
  await open(page, `${event.path}/workshops?edit=new`);
  await textField(page, 'Titel').fill(title);
  await textField(page, 'Titel auf Englisch').fill(english);
  const start = page.getByLabel('Beginn');
  const begin = await start.inputValue();
  const at = (more: number) => {
    const [hours = 0, rest = 0] = begin.slice(11).split(':').map(Number);
    const time = hours * 60 + rest + more;
    const two = (number: number) => String(number).padStart(2, '0');
    return `${begin.slice(0, 11)}${two(Math.floor(time / 60))}:${two(time % 60)}`;
  };
  await start.fill(at(from));
  await page.getByLabel('Ende').fill(at(from + minutes));
  await textField(page, 'Wo').fill('Studio 2');
  await textField(page, 'Plätze').fill(places);
  await textField(page, 'Worum es geht').fill('Mit **Musik**.');
  await send(page, 'Angaben speichern');
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

async function register(page: Page, url: string, given: string, email: string, workshops: string[]): Promise<void> {
  await open(page, url);
  await textField(page, 'Vorname').fill(given);
  await textField(page, 'Nachname').fill('Huber');
  await textField(page, 'E-Mail-Adresse').fill(email);
  for (const workshop of workshops) await page.getByRole('checkbox', { name: workshop }).check();
  await send(page, 'Verbindlich anmelden');
}

test('guests choose workshops, wait for a place and move up', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createPublished(page, { isOpen: true, title: 'Tag der Werkstätten' });
  await open(page, `${event.path}/workshops`);
  await expect(page.getByText('Noch kein Workshop')).toBeVisible();
  await look(page, 'workshops-empty');
  await addWorkshop(page, event, ['Tanzkurs', 'Dance class'], [0, 60], '1');
  await addWorkshop(page, event, ['Lesung', 'Reading'], [30, 60], '');
  await look(page, 'workshops');

  await register(guest, event.publicUrl, 'Ben', 'ben@workshop.example', ['Tanzkurs', 'Lesung']);
  await expectComplaints(guest, ['Überschneidet sich mit einem anderen gewählten Workshop. Wählen Sie einen von beiden.']);
  await look(guest, 'workshops-overlap');
  await guest.getByRole('checkbox', { name: 'Lesung' }).uncheck();
  await send(guest, 'Verbindlich anmelden');
  await confirmRegistration(guest, server.mails, 'ben@workshop.example', event.title);
  await expect(guest.getByRole('heading', { name: 'Ihre Workshops' })).toBeVisible();
  await look(guest, 'workshops-own');
  const first = guest.url();

  await open(guest, event.publicUrl);
  await expect(guest.getByText('belegt – auf die Warteliste setzen')).toBeVisible();
  await look(guest, 'workshops-form');
  await register(guest, event.publicUrl, 'Anna', 'anna@workshop.example', ['Tanzkurs', 'Lesung']);
  await confirmRegistration(guest, server.mails, 'anna@workshop.example', event.title);
  await expect(guest.getByText('Sie stehen auf der Warteliste')).not.toHaveCount(0);
  const second = guest.url();

  await open(guest, first);
  await send(guest, 'Zusage stornieren');
  const given = await waitForMail(server.mails, 'anna@workshop.example', /^Ein Platz im Workshop/);
  expect(given.mail.text).toContain('Tanzkurs');
  await open(guest, findLink(given));
  expect(guest.url().split('/').at(-2)).toBe(second.split('/').at(-2));
  await expect(guest.getByRole('listitem').filter({ hasText: 'Tanzkurs' })).toContainText('Sie haben einen Platz');
  await expect(guest.getByRole('listitem').filter({ hasText: 'Lesung' })).toHaveCount(0);

  await open(page, `${event.path}/workshops`);
  await page.getByRole('link', { name: '1 von 1 Plätzen vergeben' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Anna Huber' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Ben Huber' })).toHaveCount(0);
  await look(page, 'workshops-guests');
});

test('a workshop is called off, and who chose it is told', async ({ page, guest, server, team }) => {
  await signIn(page, team);
  const event = await createPublished(page, { isOpen: true, title: 'Tag der Absagen' });
  await addWorkshop(page, event, ['Führung', 'Tour'], [0, 60], '5');
  await register(guest, event.publicUrl, 'Cora', 'cora@workshop.example', ['Führung']);
  await confirmRegistration(guest, server.mails, 'cora@workshop.example', event.title);
  await open(page, `${event.path}/workshops`);
  await page.getByRole('link', { name: 'Führung ändern' }).click();
  await page.getByText('Workshop absagen').first().click();
  await expect(page.getByText('Ein Gast hat ihn gewählt und erfährt per E-Mail')).toBeVisible();
  await look(page, 'workshops-edit');
  await send(page, 'Workshop absagen');
  await expect(page.getByText('Noch kein Workshop')).toBeVisible();
  const told = await waitForMail(server.mails, 'cora@workshop.example', /^Workshop abgesagt/);
  expect(told.mail.text).toContain('Führung');
});
