import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectRefusal, send } from '../support/forms';
import { look, open } from '../support/look';
import { createEvent, expectListed, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

const FILE = 'Datei mit der Gästeliste';
/** The beginning of a picture. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806', 'hex');

type File = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0];

/** Uploads what is no guest list; returns the status of the answer. */
async function uploadOther(page: Page, file: File): Promise<number> {
  await page.getByLabel(FILE).setInputFiles(file);
  return (await send(page, 'Liste ansehen')).status();
}

test('what is no guest list is refused with a way out', async ({ page, team, watch }) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createEvent(page);
  await open(page, `${event.path}/import`);

  expect((await send(page, 'Liste ansehen')).status()).toBe(422);
  await expectRefusal(page, 'Hier ist nichts zu lesen. Bitte wählen Sie eine Datei');
  const text = 'text/csv';
  const empty = { name: 'leer.csv', mimeType: text, buffer: Buffer.alloc(0) };
  expect(await uploadOther(page, empty)).toBe(422);
  await expectRefusal(page, 'Hier ist nichts zu lesen. Bitte wählen Sie eine Datei');

  const picture = { name: 'liste.xlsx', mimeType: 'image/png', buffer: PNG };
  expect(await uploadOther(page, picture)).toBe(422);
  await expectRefusal(page, 'Diese Tabelle lässt sich nicht lesen.');
  await look(page, 'import-refused');

  const heads = { name: 'kopf.csv', mimeType: text, buffer: Buffer.from('Vorname;Nachname\n') };
  expect(await uploadOther(page, heads)).toBe(422);
  await expectRefusal(page, 'Unter den Überschriften steht niemand.');
  await expectListed(page, event, 0);
});

test('a file of 50 MB is refused in words', async ({ page, team, watch }, info) => {
  watch.expectStatus(413);
  await signIn(page, team);
  const event = await createEvent(page);
  await open(page, `${event.path}/import`);
  const file = info.outputPath('riesig.csv');
  await writeFile(file, 'Anna;Huber;anna.huber@large.example\n'.repeat(1_400_000));
  expect(await uploadOther(page, file)).toBe(413);
  await expectRefusal(page, 'Die Datei ist zu groß. Bitte teilen Sie sie in Dateien');
});

test('markup in a list is shown as text', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createEvent(page);
  await open(page, `${event.path}/import`);
  const name = '<img src=x onerror=alert(1)>';
  const buffer = Buffer.from(`Name;E-Mail;<b>Firma</b>\n${name};a@markup.example;x\n`);
  const list = { name: '<i>liste</i>.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel(FILE).setInputFiles(list);
  await send(page, 'Liste ansehen');
  await expect(page.getByText('<i>liste</i>.csv')).toBeVisible();
  await expect(page.getByLabel('<b>Firma</b>')).toBeVisible();
  await expect(page.getByRole('cell', { name })).toBeVisible();
});
