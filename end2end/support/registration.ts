import { expect, type Page } from '@playwright/test';
import { send, textField } from './forms';
import { open } from './look';
import { findLink, waitForMail } from './mailbox';
import type { MailServer } from './mails';

/** Fills name and address into the form of an event's page. */
export async function fillRegistration(page: Page, given: string, family: string, email: string): Promise<void> {
  await textField(page, 'Vorname').fill(given);
  await textField(page, 'Nachname').fill(family);
  await textField(page, 'E-Mail-Adresse').fill(email);
}

/** Follows the link from the mail and confirms the registration that was sent just before. */
export async function confirmRegistration(
  guest: Page,
  mails: MailServer,
  email: string,
  title: string,
): Promise<void> {
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Bitte bestätigen Sie Ihre Anmeldung');
  const mail = await waitForMail(mails, email, `Bitte bestätigen Sie Ihre Anmeldung: ${title}`);
  await open(guest, findLink(mail));
  await send(guest, 'Anmeldung bestätigen');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(/^Sie sind dabei, /);
}
