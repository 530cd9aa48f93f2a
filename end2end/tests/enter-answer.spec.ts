import { send } from '../support/forms';
import { look, open } from '../support/look';
import { waitForMail } from '../support/mailbox';
import { createPublished, expectFigures, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('an organiser enters what a guest said on the phone', async ({ page, server, team }) => {
  await signIn(page, team);
  const event = await createPublished(page, { title: 'Ball der Anrufe', companions: 1 }, [
    ['Vorname', 'Nachname', 'E-Mail', 'Sprache'],
    ['Anna', 'Huber', 'anna@phone.example', 'de'],
  ]);
  await open(page, `${event.path}/guests`);
  await page.getByRole('link', { name: 'Anna Huber' }).click();
  await page.getByRole('link', { name: 'Antwort eintragen' }).click();
  await page.getByRole('radio', { name: 'Kommt', exact: true }).check();
  await page.getByLabel('Wie viele Begleitpersonen?').selectOption('Eine Person');
  await look(page, 'enter-answer');
  await send(page, 'Antwort eintragen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna Huber');
  await expect(page.getByText('Zugesagt').first()).toBeVisible();
  await look(page, 'enter-answer-done');
  await expectFigures(page, event, { Zugesagt: '1' });
  const mail = await waitForMail(server.mails, 'anna@phone.example', `Sie sind dabei: ${event.title}`);
  expect(mail.mail.text).toContain('zu zweit');
});
