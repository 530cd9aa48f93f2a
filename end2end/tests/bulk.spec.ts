import { expectComplaints, send } from '../support/forms';
import { readHistory } from '../support/guests';
import { isPhone, look, open, runsScripts } from '../support/look';
import { findMails } from '../support/mailbox';
import { createPublished, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

const ROWS = [
  ['Vorname', 'Nachname', 'E-Mail', 'Firma'],
  ['Anna', 'Huber', 'anna@bulk.example', 'Wiener Tagblatt'],
  ['Ben', 'Maier', 'ben@bulk.example', ''],
  ['Cleo', 'Wolf', 'cleo@bulk.example', 'Radio Foyer'],
];

test('an organiser tags guests, narrows the list and does the rest at once', { tag: '@journey' }, async ({
  page,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createPublished(page, { title: 'Presseabend' }, ROWS);
  const list = `${event.path}/guests`;
  await open(page, list);
  const bar = page.getByRole('group', { name: 'Mit den ausgewählten Gästen' });
  await expect(bar).toBeHidden();
  await page.getByRole('checkbox', { name: 'Anna Huber auswählen' }).check();
  await page.getByRole('checkbox', { name: 'Cleo Wolf auswählen' }).check();
  await expect(bar).toBeVisible();
  if (runsScripts()) await expect(bar.getByText('2 ausgewählt')).toBeVisible();
  await page.getByRole('combobox', { name: 'Schlagwort' }).fill('Presse');
  await look(page, 'bulk-picked');
  await send(page, 'Vergeben');
  await expect(page.getByRole('status')).toHaveText('2 Gäste haben das Schlagwort bekommen.');

  const tags = page.getByRole('navigation', { name: 'Nach Schlagwort filtern' });
  await tags.getByRole('link', { name: 'Presse' }).click();
  const boxes = page.getByRole('checkbox', { name: / auswählen$/ });
  await expect(page.getByRole('link', { name: 'Ben Maier' })).toHaveCount(0);
  await look(page, 'bulk-tagged');
  for (const name of ['Anna Huber', 'Cleo Wolf']) {
    await page.getByRole('checkbox', { name: `${name} auswählen` }).check();
  }
  await send(page, 'Einladen');
  await expect(page.getByRole('status')).toHaveText('2 Einladungen gehen hinaus.');
  await expect.poll(() => findMails(server.mails, 'cleo@bulk.example', /./).length).toBe(1);
  expect(findMails(server.mails, 'ben@bulk.example', /./)).toHaveLength(0);
  const entries = await readHistory(page, event, 'Anna Huber');
  expect(entries.some((entry) => entry.startsWith('Schlagwort vergeben'))).toBe(true);
  await expect(page.getByText('Presse', { exact: true })).toBeVisible();

  await open(page, list);
  await page.getByRole('checkbox', { name: 'Ben Maier auswählen' }).check();
  await bar.getByText('Von der Liste nehmen', { exact: true }).click();
  await look(page, 'bulk-off');
  await send(page, 'Ausgewählte von der Liste nehmen');
  await expect(page.getByRole('status')).toHaveText('Ein Gast ist von der Liste genommen.');
  await expect(boxes.and(page.locator('[name="guest"]'))).toHaveCount(2);
});

test('an empty tag is told and those who are picked stay picked', async ({ page, team, watch }) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createPublished(page, {}, ROWS);
  await open(page, `${event.path}/guests`);
  const anna = page.getByRole('checkbox', { name: 'Anna Huber auswählen' });
  await anna.check();
  await send(page, 'Vergeben');
  await expectComplaints(page, ['Bitte geben Sie ein Schlagwort ein.']);
  await expect(anna).toBeChecked();
  await look(page, 'bulk-mistake');
});

test('a whole list is more than its first page', async ({ page, team }) => {
  await signIn(page, team);
  const many = Array.from({ length: 60 }, (_, at) => ['Gast', `Nummer ${at}`, `g${at}@whole.example`, '']);
  const event = await createPublished(page, {}, [ROWS[0] ?? [], ...many]);
  await open(page, `${event.path}/guests`);
  if (runsScripts()) {
    await page.getByRole('checkbox', { name: 'Alle auf dieser Seite auswählen' }).check();
    await expect(page.getByText('50 ausgewählt').last()).toBeVisible();
  } else {
    await page.getByRole('checkbox', { name: 'Gast Nummer 0 auswählen' }).check();
  }
  await page.getByRole('checkbox', { name: 'Alle 60 auf der ganzen Liste' }).check();
  await page.getByRole('combobox', { name: 'Schlagwort' }).fill('Alle');
  if (!isPhone()) await look(page, 'bulk-all');
  await send(page, 'Vergeben');
  await expect(page.getByRole('status')).toHaveText('60 Gäste haben das Schlagwort bekommen.');
});
