import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { send, textField } from '../support/forms';
import { history, inviteSomebody, readHistory } from '../support/guests';
import { makeRows } from '../support/lists';
import { look, open } from '../support/look';
import {
  createEvent,
  createPublished,
  expectFigures,
  putOnList,
  signIn,
} from '../support/organiser';
import { expect, test } from '../support/test';

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(text);
  await send(page, 'Suchen');
  await expect(page).toHaveURL(/[?&]search=/);
  // Three letters stand in what is sealed by chance, now and then.
  if (text.length > 4) expect(decodeURIComponent(page.url())).not.toContain(text);
}

/** The names on the guest list that is shown. */
function names(page: Page): ReturnType<Page['locator']> {
  return page.getByRole('table', { name: 'Gäste' }).getByRole('link');
}

test('somebody is found by a part of the name, however it is written', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createEvent(page);
  await open(page, `${event.path}/guests`);
  await expect(page.getByText('Noch keine Gäste')).toBeVisible();
  await look(page, 'guests-empty');
  await putOnList(page, event, makeRows('search.example'));
  await open(page, `${event.path}/guests`);
  await expect(names(page)).toHaveCount(5);
  await look(page, 'guests');

  const wanted: [string, string][] = [
    ['muel', 'Łukasz Müller'],
    ['MÜLL', 'Łukasz Müller'],
    ['muller', 'Łukasz Müller'],
    ['lukasz', 'Łukasz Müller'],
    ['nussb', 'Mag. Zoë Nußbaumer'],
    ['zoe', 'Mag. Zoë Nußbaumer'],
    ['yildiz', 'Yusuf Yıldız'],
    ['oconnor', "James O'Connor"],
    ['söhne', 'Dr. Anna Huber'],
    ['anna.huber@search', 'Dr. Anna Huber'],
  ];
  for (const [text, name] of wanted) {
    await search(page, text);
    await expect.soft(names(page), text).toHaveText([name]);
  }
  await search(page, '"><script>alert(1)</script>');
  await expect(page.getByText('Niemand gefunden')).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('"><script>alert(1)</script>');
  await look(page, 'guests-nobody');
  await search(page, 'zoe');
  await names(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mag. Zoë Nußbaumer');
  await page.goBack();
  await expect(names(page), 'the way back leads to what was found').toHaveText(['Mag. Zoë Nußbaumer']);
  await search(page, 'xyz');
  await page.getByRole('link', { name: 'Filter zurücksetzen' }).click();
  await expect(names(page)).toHaveCount(5);
});

test('each number leads to its list', async ({ page, guest, server, team }) => {
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'numbers.example', { capacity: 8 });
  await putOnList(page, event, [['Name', 'E-Mail'], ['Noch Nicht', 'noch@numbers.example']]);
  await open(guest, event.guest.link);
  await guest.getByRole('radio', { name: 'Zusagen' }).check();
  await send(guest, 'Antwort senden');

  await expectFigures(page, event, { Eingeladen: '1', Zugesagt: '1', Offen: '0' });
  await look(page, 'event-figures');
  for (const [label, expected] of [
    ['1Zugesagt', ['Mag. Zoë Nußbaumer']],
    ['1Eingeladen', ['Mag. Zoë Nußbaumer']],
    ['1 / 8Plätze vergeben', ['Mag. Zoë Nußbaumer']],
  ] as const) {
    await open(page, event.path);
    await page.getByRole('link').filter({ hasText: label }).click();
    await expect(names(page)).toHaveText([...expected]);
  }
  await page.getByRole('link', { name: /^Noch nicht eingeladen/ }).click();
  await expect(names(page)).toHaveText(['Noch Nicht']);
  await page.getByRole('link', { name: /^Abgesagt/ }).click();
  await expect(page.getByText('Niemand gefunden')).toBeVisible();
});

test('a guest has a history: what, who, when and from where', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'history.example', { capacity: 8 });
  await open(guest, `${event.guest.link}?a=yes`);
  await textField(guest, 'Nachname').fill('Nussbaumer-Haas');
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('Eine Person');
  await textField(guest, 'Name der Begleitperson 1').fill('Noor Haddad');
  await send(guest, 'Antwort senden');

  const entries = await readHistory(page, event, 'Zoë Nussbaumer-Haas');
  const when = /\d{1,2}\. .+ \d{4}, \d{1,2}:\d{2} Uhr/;
  for (const entry of entries) expect(entry).toMatch(when);
  const all = entries.join('\n');
  const find = (title: string): string =>
    entries.find((entry) => entry.startsWith(title)) ?? `no entry ${title} in ${all}`;
  expect.soft(find('Importiert')).toContain(team.name);
  expect.soft(find('Eingeladen')).toContain(team.name);
  expect.soft(find('E-Mail verschickt')).toContain('Einlass');
  expect.soft(find('Zugesagt')).toContain('Gast');
  expect.soft(find('Zugesagt')).toContain('Nachname: Nußbaumer → Nussbaumer-Haas');
  expect.soft(find('Zugesagt')).toContain('/i/');
  expect.soft(all).not.toContain(event.guest.link.split('/').at(-1) ?? '');
  expect.soft(all).not.toMatch(/action-|field-|actor-/);
  await look(page, 'guest');
  await expect(page.getByText('Noor Haddad').first()).toBeVisible();
  await page.reload();
  await expect(history(page).filter({ hasText: 'Angesehen' })).toContainText(team.name);
  await look(page, 'guest-seen');
});

test('the downloaded list runs no formulas', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createPublished(page, { title: 'Liste zum Mitnehmen' }, [
    ['Vorname', 'Nachname', 'E-Mail', 'Firma', 'Telefon'],
    ['=1+1', '=HYPERLINK("http://evil.example")', 'f@csv.example', '@SUM(A1)', '+43 1 234'],
    ['Zoë', 'Nußbaumer', 'z@csv.example', 'Semikolon; "GmbH"', '01 234'],
  ]);
  await open(page, `${event.path}/guests`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Als CSV-Datei' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv.startsWith('\u{feff}Anrede;')).toBe(true);
  const [head, formulas, harmless] = csv.trim().split(/\r?\n/);
  expect(head).toContain('Vorname;Nachname');
  expect(formulas).toContain(`'=1+1;"'=HYPERLINK(""http://evil.example"")"`);
  expect(formulas).toContain(`'@SUM(A1)`);
  expect(formulas).toContain(`'+43 1 234`);
  expect(harmless).toContain('Zoë;Nußbaumer');
  expect(harmless).toContain('"Semikolon; ""GmbH"""');
});

test('a long list has pages', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createEvent(page);
  const rows = Array.from({ length: 60 }, (_, at) => [`Gast ${at + 1}`, `g${at}@long.example`]);
  await putOnList(page, event, [['Name', 'E-Mail'], ...rows]);
  await open(page, `${event.path}/guests`);
  await expect(names(page)).toHaveCount(50);
  await look(page, 'guests-pages');
  await page.getByRole('link', { name: 'Nächste Seite' }).click();
  await expect(names(page)).toHaveCount(10);
  await page.getByRole('link', { name: 'Zum Anfang' }).click();
  await expect(names(page)).toHaveCount(50);
});
