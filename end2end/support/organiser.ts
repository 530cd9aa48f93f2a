import { expect, type Page } from '@playwright/test';
import { send, textField } from './forms';
import { isPhone, open, runsScripts, waitUntilHydrated } from './look';
import type { Team } from './server';

/** An event under test. */
export interface PlannedEvent {
  id: string;
  title: string;
  /** The address of its pages for organisers. */
  path: string;
}

/** What an event can be planned with; the rest stays as the form proposes it. */
export interface Plan {
  title?: string;
  place?: string;
  description?: string;
  isOpen?: boolean;
  capacity?: number;
  companions?: number;
  /** The words of the waiting list that is kept. */
  waitingList?: string;
  /** Whether whoever registers asks for a place. */
  byApproval?: boolean;
  /** Whether invited guests can leave it open. */
  maybe?: boolean;
}

export async function signIn(page: Page, team: Team): Promise<void> {
  await open(page, '/app/login');
  await page.getByLabel('E-Mail-Adresse').fill(team.email);
  await page.getByLabel('Passwort').fill(team.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Guten Tag, ${team.name}`);
}

/** Shows sign-out and switches; on a phone they are behind a button. */
export async function openAccount(page: Page): Promise<void> {
  if (isPhone()) await page.getByRole('button', { name: 'Konto' }).click();
}

/** Creates an event on its one screen. */
export async function createEvent(page: Page, plan: Plan = {}): Promise<PlannedEvent> {
  const title = plan.title ?? 'Sommerfest im Foyer';
  await open(page, '/app/events/new');
  await textField(page, 'Titel').fill(title);
  await textField(page, 'Ort').fill(plan.place ?? 'Foyer, Hauptplatz 1, 1010 Wien');
  if (plan.isOpen) await page.getByRole('radio', { name: 'Offen für alle' }).check();
  if (plan.capacity) await textField(page, 'Plätze').fill(String(plan.capacity));
  if (plan.companions !== undefined) {
    await textField(page, 'Begleitpersonen je Gast').fill(String(plan.companions));
  }
  if (plan.byApproval) await page.getByLabel('Anmeldungen einzeln zulassen').check();
  if (plan.maybe) await page.getByLabel('„Vielleicht“ erlauben').check();
  if (plan.waitingList) await page.getByLabel('Warteliste').selectOption(plan.waitingList);
  await textField(page, 'Beschreibung').fill(plan.description ?? '');
  await send(page, 'Entwurf anlegen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const path = new URL(page.url()).pathname;
  return { id: path.split('/').at(-1) ?? '', title, path };
}

/** Publishes an event and returns the address of its public page. */
export async function publish(page: Page, event: PlannedEvent): Promise<string> {
  await open(page, event.path);
  await page.getByRole('button', { name: 'Veranstaltung veröffentlichen' }).click();
  await expect(page.getByRole('status')).toHaveText(/^Veröffentlicht\./);
  return page.getByLabel('Adresse der Veranstaltungsseite').inputValue();
}

/** Creates an event, puts rows on its list (the first names the columns) and publishes it. */
export async function createPublished(
  page: Page,
  plan: Plan,
  rows?: string[][],
): Promise<PlannedEvent & { publicUrl: string }> {
  const event = await createEvent(page, plan);
  if (rows) await putOnList(page, event, rows);
  return { ...event, publicUrl: await publish(page, event) };
}

/** Pastes rows of cells and looks at the list. */
export async function paste(page: Page, event: PlannedEvent, rows: string[][]): Promise<void> {
  await open(page, `${event.path}/import`);
  const cells = rows.map((row) => row.join('\t')).join('\n');
  await page.getByLabel('Zellen aus Ihrer Tabelle').fill(cells);
  await page.getByRole('button', { name: 'Liste ansehen' }).click();
  await expect(page.getByRole('heading', { name: 'So kommt die Liste an' })).toBeVisible();
}

/** Puts rows on the guest list; the first row names the columns. */
export async function putOnList(page: Page, event: PlannedEvent, rows: string[][]): Promise<void> {
  await paste(page, event, rows);
  await confirmImport(page);
}

/** Confirms the list that is looked at and waits until all are on it. */
export async function confirmImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /auf die Liste setzen$/ }).click();
  await waitForImport(page);
}

/** Waits for the end of an import; without scripts one has to ask again oneself. */
export async function waitForImport(page: Page): Promise<void> {
  const done = page.getByRole('status');
  await expect(async () => {
    const refresh = page.getByRole('link', { name: 'Seite aktualisieren' });
    if (!runsScripts() && (await refresh.isVisible())) await refresh.click();
    await expect(done).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 25_000 });
  await waitUntilHydrated(page);
}

/** The figures of an event's page are these; others are not looked at. */
export async function expectFigures(
  page: Page,
  event: PlannedEvent,
  figures: Record<string, string>,
): Promise<void> {
  await open(page, event.path);
  for (const [label, number] of Object.entries(figures)) {
    const name = new RegExp(`^${number}\\s*${label}$`);
    await expect(page.getByRole('link', { name }), `${label}: ${number}`).toBeVisible();
  }
}

/** Uploads a list and looks at it. */
export async function uploadList(page: Page, event: PlannedEvent, file: string): Promise<void> {
  await open(page, `${event.path}/import`);
  await page.getByLabel('Datei mit der Gästeliste').setInputFiles(file);
  await send(page, 'Liste ansehen');
  await expect(page.getByRole('heading', { name: 'So kommt die Liste an' })).toBeVisible();
}

/** So many guests are on the list. */
export async function expectListed(page: Page, event: PlannedEvent, count: number): Promise<void> {
  await open(page, `${event.path}/guests`);
  const filter = page.getByRole('navigation', { name: 'Nach Status filtern' });
  await expect(filter.getByRole('link').first()).toHaveText(`Alle${count}`);
}

/** Sends the invitation to everybody who was not invited yet. */
export async function inviteAll(page: Page, event: PlannedEvent): Promise<void> {
  await open(page, `${event.path}/invitation`);
  await page.getByRole('button', { name: /^Einladung an .* senden$/ }).click();
  await expect(page.getByRole('status')).toHaveText(/ (geht|gehen) hinaus\.$/);
}
