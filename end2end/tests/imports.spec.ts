import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { send } from '../support/forms';
import { findSample } from '../support/lists';
import { look, open } from '../support/look';
import {
  confirmImport,
  createEvent,
  expectListed,
  paste,
  signIn,
  uploadList,
  waitForImport,
} from '../support/organiser';
import { expect, test } from '../support/test';

/** The rows of a table below the head, cell by cell. */
async function readRows(page: Page, table: string): Promise<string[]> {
  const rows = page.getByRole('table', { name: table }).getByRole('row');
  const texts = await rows.filter({ has: page.getByRole('cell') }).allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Each sample has a line without an address, lines with bad ones, and somebody twice. */
const samples = [
  { name: 'excel-de.csv', good: 397, bad: 3, first: '2 Katharina Neuhold, BA' },
  { name: 'outlook.csv', good: 397, bad: 3, first: '2 Katharina Neuhold, BA' },
  { name: 'google.csv', good: 397, bad: 3, first: '2 Katharina Neuhold, BA' },
  { name: 'liste.xlsx', good: 397, bad: 3, first: '4 Katharina Neuhold, BA' },
  { name: 'kontakte.vcf', good: 198, bad: 2, first: '1 Katharina Neuhold, BA' },
];
for (const { name, good, bad, first } of samples) {
  const tag = name === 'excel-de.csv' ? '@journey' : '@once';
  test(`${name} is understood without help`, { tag }, async ({ page, team }) => {
    await signIn(page, team);
    const event = await createEvent(page);
    await uploadList(page, event, findSample(name));
    await expect(page.getByText(new RegExp(`^${good} Gäste werden übernommen, `))).toBeVisible();
    await expect(page.getByText(`${bad} Zeilen haben ein Problem`)).toBeVisible();
    const rows = await readRows(page, 'Die ersten Gäste der Liste');
    expect(rows[0]).toContain(`${first} katharina.neuhold@uni.example`);
    expect(rows[4]).toContain('Bräuer annika.braeuer@firma.example Brandtner Pucher AG');
    await look(page, `import-${name}`);

    await confirmImport(page);
    await expect(page.getByRole('status')).toContainText(`${good} Gäste sind neu auf der Liste.`);
    await expectListed(page, event, good);
  });
}

test('pasted cells are understood, and an import can be taken back', { tag: '@journey' }, async ({
  page,
  team,
}) => {
  await signIn(page, team);
  const event = await createEvent(page);
  await open(page, `${event.path}/import`);
  await look(page, 'import');
  const cells = await readFile(findSample('pasted.tsv'), 'utf8');
  await page.getByLabel('Zellen aus Ihrer Tabelle').fill(cells);
  await send(page, 'Liste ansehen');
  await expect(page.getByText('Eingefügte Zellen')).toBeVisible();
  const rows = await readRows(page, 'Die ersten Gäste der Liste');
  expect(rows[7]).toBe('8 Reimar Adler reimar.adler@example.net Huber "Söhne" & Co; KG');
  await look(page, 'import-pasted');

  await confirmImport(page);
  await look(page, 'import-done');
  await page.getByRole('button', { name: 'Rückgängig machen' }).click();
  await expect(page.getByText('Import rückgängig gemacht')).toBeVisible();
  await look(page, 'import-undone');
  await expectListed(page, event, 0);
});

test('rows that are left out are shown with line and reason', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createEvent(page);
  await paste(page, event, [
    ['Vorname', 'Nachname', 'E-Mail'],
    ['Anna', 'Huber', 'anna.huber@rows.example'],
    ['Berta', 'Bauer', 'berta.bauer@'],
    ['Anna', 'Huber', 'Anna.Huber@ROWS.example'],
    ['', '', 'niemand@rows.example'],
  ]);
  const summary = 'Ein Gast wird übernommen, 3 Zeilen werden ausgelassen';
  await expect(page.getByText(summary)).toBeVisible();
  expect(await readRows(page, 'Zeilen mit Problemen')).toEqual([
    expect.stringMatching(/^3 Berta Bauer .*E-Mail-Adresse: Bitte prüfen Sie die E-Mail/),
    expect.stringMatching(/^5 .*Nachname: Bitte geben Sie/),
  ]);
  expect(await readRows(page, 'Doppelte Einträge')).toEqual([
    expect.stringMatching(/^4 Anna Huber .* Dieselbe E-Mail-Adresse steht in Zeile 2\.$/),
  ]);
  await look(page, 'import-left-out');
  await confirmImport(page);

  await paste(page, event, [
    ['Vorname', 'Nachname', 'E-Mail'],
    ['Anna', 'Huber', 'anna.huber@rows.example'],
  ]);
  await expect(page.getByText('Aus dieser Liste lässt sich niemand übernehmen')).toBeVisible();
  const reason = 'Diese E-Mail-Adresse steht schon auf der Gästeliste.';
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole('button', { name: /auf die Liste setzen/ })).toHaveCount(0);
});

test('a wrong guess can be corrected', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createEvent(page);
  await uploadList(page, event, findSample('excel-de.csv'));
  const good = 'Die ersten Gäste der Liste';

  await page.getByLabel('Zeichensatz').selectOption('Unicode (UTF-8)');
  await send(page, 'Liste neu lesen');
  expect((await readRows(page, good))[4]).toContain('Br\u{fffd}uer');
  await page.getByLabel('Zeichensatz').selectOption('Westeuropäisch (Windows-1252, Excel)');
  await send(page, 'Liste neu lesen');
  expect((await readRows(page, good))[4]).toContain('Prof. Annika Bräuer');

  await page.getByLabel('Vorname').selectOption('Nachname');
  await page.getByLabel('Nachname').selectOption('Vorname');
  await page.getByLabel('Funktion').selectOption('Nicht übernehmen');
  await send(page, 'Liste neu lesen');
  expect((await readRows(page, good))[4]).toContain('Prof. Bräuer Annika');
  await expect(page.getByLabel('Vorname')).toHaveValue('family-name');

  await page.getByLabel('Trennzeichen').selectOption('Komma (,)');
  await send(page, 'Liste neu lesen');
  await expect(page.getByText('Aus dieser Liste lässt sich niemand übernehmen')).toBeVisible();
  await page.getByRole('link', { name: 'Andere Liste nehmen' }).click();
  await expect(page.getByRole('heading', { name: 'Gästeliste importieren' })).toBeVisible();
});

test('a list that is confirmed twice is imported once', { tag: '@once' }, async ({
  page,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createEvent(page);
  await uploadList(page, event, findSample('kontakte.vcf'));
  const post = { form: { do: 'confirm' }, headers: { origin: server.url } };
  await Promise.all([page.request.post(page.url(), post), page.request.post(page.url(), post)]);
  await open(page, page.url());
  await waitForImport(page);
  await expectListed(page, event, 198);
});
