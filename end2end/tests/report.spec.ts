import { look, open, runsScripts } from '../support/look';
import { createPublished, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('the report says of each measure how it stands, and the plan what goes when', { tag: '@journey' }, async ({
  page,
  team,
}) => {
  await signIn(page, team);
  await createPublished(page, { title: 'Empfang' }, [
    ['Vorname', 'Nachname', 'E-Mail'],
    ['Anna', 'Huber', 'anna@report.example'],
  ]);
  await open(page, '/app/protection');
  await page.getByRole('link', { name: 'Bericht', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bericht über die Maßnahmen');
  const walls = page.locator('#walls');
  await expect(walls.getByText('Belegt', { exact: true })).toBeVisible();

  await expect(page.getByRole('link', { name: 'Auftrag und Vereinbarung' })).toBeVisible();

  await look(page, 'report');
  await walls.locator('summary').click();
  await expect(walls.getByText('with_one_tenant_no_row_of_another_is_seen_changed_or_made')).toBeVisible();
  if (runsScripts()) {
    const loaded = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Als PDF' }).click();
    expect((await loaded).suggestedFilename()).toBe('report.pdf');
  }
  await page.getByRole('link', { name: 'Löschplan', exact: true }).click();
  await expect(page.getByRole('row', { name: /Empfang/ })).toContainText('Ein Gast mit Antworten');
  await look(page, 'retention');
});
