import { expect, type Locator, type Page } from '@playwright/test';
import { findLink, waitForMail } from './mailbox';
import { open } from './look';
import { createPublished, inviteAll, type Plan, type PlannedEvent } from './organiser';
import type { Server } from './server';

/** Somebody who was invited, with what stands in the mail. */
export interface InvitedGuest {
  name: string;
  email: string;
  link: string;
}

/** An event with one guest who was invited by a mail that really came. */
export interface InvitedTo extends PlannedEvent {
  publicUrl: string;
  guest: InvitedGuest;
}

/** Plans an event and invites somebody to it. */
export async function inviteSomebody(
  page: Page,
  server: Server,
  suffix: string,
  plan: Plan = {},
): Promise<InvitedTo> {
  const email = `zoe.nussbaumer@${suffix}`;
  const event = await createPublished(page, { companions: 2, ...plan }, [
    ['Anrede', 'Titel', 'Vorname', 'Nachname', 'E-Mail', 'Firma', 'Sprache'],
    ['Frau', 'Mag.', 'Zoë', 'Nußbaumer', email, 'Kulturverein', 'de'],
  ]);
  await inviteAll(page, event);
  const invitation = await waitForMail(server.mails, email, `Einladung: ${event.title}`);
  return { ...event, guest: { name: 'Zoë', email, link: findLink(invitation) } };
}

/** The history of a guest, newest and oldest as they are shown, one text for each entry. */
export async function readHistory(
  page: Page,
  event: PlannedEvent,
  name: string,
): Promise<string[]> {
  await open(page, `${event.path}/guests`);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name: 'Verlauf' })).toBeVisible();
  const texts = await history(page).allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** The entries of the history on a guest's page. */
export function history(page: Page): Locator {
  return page.locator('section', { hasText: 'Verlauf' }).getByRole('listitem');
}
