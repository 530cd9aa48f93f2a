import { writeFile } from 'node:fs/promises';
import { expectRefusal, send } from '../support/forms';
import { findSample } from '../support/lists';
import { look, open } from '../support/look';
import {
  confirmImport,
  createEvent,
  expectFigures,
  paste,
  signIn,
  type PlannedEvent,
} from '../support/organiser';
import { expect, test } from '../support/test';
import type { Page } from '@playwright/test';

const FILE = 'Datei mit der Gästeliste';

async function upload(page: Page, event: PlannedEvent, name: string): Promise<void> {
  await open(page, `${event.path}/import`);
  await page.getByLabel(FILE).setInputFiles(findSample(name));
  await send(page, 'Liste ansehen');
  await expect(page.getByRole('heading', { name: 'So kommt die Liste an' })).toBeVisible();
}

const samples = [
  { name: 'excel-de.csv', good: 401 },
  { name: 'outlook.csv', good: 401 },
  { name: 'google.csv', good: 401 },
  { name: 'liste.xlsx', good: 401 },
  { name: 'kontakte.vcf', good: 200 },
];
for (const { name, good } of samples) {
  test(`${name} is understood without help`, async ({ page, team }) => {
    await signIn(page, team);
    const event = await createEvent(page);
    await upload(page, event, name);
    await look(page, `import-${name}`);
    await expect(page.getByText(`${good} Gäste werden übernommen`)).toBeVisible();
    await confirmImport(page);
  });
}
