import { expectComplaints, send, textField } from '../support/forms';
import { makeRows } from '../support/lists';
import { look, open } from '../support/look';
import { findLink, findMails, waitForMail } from '../support/mailbox';
import { createEvent, createPublished, inviteAll, publish, putOnList, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('the preview shows the mail as a named guest will get it', async ({ page, team }) => {
  await signIn(page, team);
  const event = await createPublished(page, {}, makeRows('preview.example'));
  await open(page, `${event.path}/invitation`);
  const mail = page.getByRole('article');
  await expect(mail).toContainText('Sehr geehrte Frau Dr. Huber');
  await expect(mail).toContainText('anna.huber@preview.example');
  await look(page, 'invitation');

  await page.getByLabel('Als Gast').selectOption("James O'Connor");
  await page.getByLabel('Sprache', { exact: true }).selectOption('English');
  await send(page, 'Vorschau aktualisieren');
  await expect(mail).toContainText("Dear James O'Connor");
  await expect(mail).toHaveAttribute('lang', 'en');
  await expect(mail.getByRole('heading')).toHaveText(`Invitation: ${event.title}`);
  await look(page, 'invitation-english');

  await page.getByLabel('Als Gast').selectOption('Mag. Zoë Nußbaumer');
  await page.getByLabel('Sprache', { exact: true }).selectOption('Deutsch');
  await textField(page, 'Text').first().fill('Liebe {vorname}, {firma|kommen Sie}?\n\n{link}');
  await send(page, 'Vorschau aktualisieren');
  await expect(mail).toContainText('Liebe Zoë, kommen Sie?');
});

test('a text without the link or with unknown words is not saved', async ({
  page,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await createEvent(page);
  await open(page, `${event.path}/invitation`);
  await expect(page.getByText('Senden können Sie die Einladung, sobald die Veranstaltung veröffentlicht ist')).toBeVisible();
  const german = '</textarea><script>alert(1)</script> {unbekannt} {link}';
  await textField(page, 'Text').first().fill(german);
  await textField(page, 'Text').last().fill('No link at all');
  expect((await send(page, 'Einladung speichern')).status()).toBe(422);
  await expectComplaints(page, [
    /^Im Text steht eine Variable, die es nicht gibt\./,
    'Bitte setzen Sie „{link}“ in den Text, sonst können Ihre Gäste nicht antworten.',
  ]);
  await expect(textField(page, 'Text').first()).toHaveValue(german);
  await expect(textField(page, 'Text').last()).toHaveValue('No link at all');
  await look(page, 'invitation-mistakes');
});

test('a test goes to nobody but oneself', async ({ page, server, team }) => {
  await signIn(page, team);
  const event = await createPublished(page, {}, makeRows('trial.example'));
  await open(page, `${event.path}/invitation`);
  await expect(page.getByText('Der gespeicherte Text ist noch nicht getestet.')).toBeVisible();
  await page.getByRole('button', { name: 'Test an mich senden' }).click();
  await expect(page.getByRole('status')).toHaveText(`Der Test geht an ${team.email}.`);
  await expect(page.getByText('Der gespeicherte Text ist getestet.')).toBeVisible();
  const { mail } = await waitForMail(server.mails, team.email, /Einladung: Sommerfest im Foyer$/);
  expect(mail.text).toContain('Sehr geehrte Frau Dr. Huber');
  expect(server.mails.to('anna.huber@trial.example')).toEqual([]);
  await expect(page.getByRole('button', { name: 'Einladung an 5 Gäste senden' })).toBeVisible();
});

test('everybody is invited exactly once', { tag: '@journey' }, async ({ page, server, team }) => {
  await signIn(page, team);
  const rows = makeRows('once.example');
  const event = await createPublished(page, {}, rows);
  await open(page, `${event.path}/invitation`);
  await page.getByRole('button', { name: 'Einladung an 5 Gäste senden' }).click();
  await expect(page.getByRole('status')).toHaveText('5 Einladungen gehen hinaus.');
  await expect(page.getByText('Alle Gäste auf der Liste sind schon eingeladen.')).toBeVisible();
  await look(page, 'invitation-sent');

  await putOnList(page, event, [['Name', 'E-Mail'], ['Noor Haddad', 'noor@once.example']]);
  await inviteAll(page, event);
  const addresses = rows.slice(1).map((row) => row[4] ?? '');
  const links = new Set<string>();
  for (const address of [...addresses, 'noor@once.example']) {
    const invitation = await waitForMail(server.mails, address, /^(Einladung|Invitation): /);
    expect(invitation.recipients).toEqual([address]);
    links.add(findLink(invitation));
  }
  expect(links.size).toBe(6);

  const english = findMails(server.mails, 'james.oconnor@once.example', /./)[0];
  expect(english?.mail.subject).toBe(`Invitation: ${event.title}`);
  expect(english?.mail.text).toContain("Dear James O'Connor");
  expect(english?.mail.from?.text).toContain('Einlass');
});

test('two who send at the same time send one mail to each', { tag: '@once' }, async ({
  page,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createPublished(page, {}, makeRows('twice.example'));
  await open(page, `${event.path}/invitation`);
  const form: Record<string, string> = { do: 'send', guest: '', language: 'de' };
  for (const name of ['subject-de', 'text-de', 'subject-en', 'text-en']) {
    form[name] = await page.locator(`[name="${name}"]`).inputValue();
  }
  const path = `${event.path}/invitation`;
  const post = { form, headers: { origin: server.url } };
  const answers = await Promise.all([page.request.post(path, post), page.request.post(path, post)]);
  const sent = answers.map((answer) => Number(new URL(answer.url()).searchParams.get('sent')));
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(5);
  // Mails go out in the order in which they were written: when the last is there, all are.
  await open(page, path);
  await send(page, 'Test an mich senden');
  await waitForMail(server.mails, team.email, /Einladung: /);
  for (const row of makeRows('twice.example').slice(1)) {
    await waitForMail(server.mails, row[4] ?? '', /^(Einladung|Invitation): /);
  }
});

test('the date goes out before the invitation, and nobody is reminded at once', async ({ page, server, team }) => {
  await signIn(page, team);
  const event = await createEvent(page, { title: 'Ball der Termine' });
  await putOnList(page, event, makeRows('date.example'));
  await open(page, `${event.path}/invitation`);
  await page.getByRole('link', { name: 'Save the Date' }).click();
  await expect(page.getByText('Geht an alle, die noch nicht eingeladen sind.')).toBeVisible();
  await look(page, 'mailing-save-the-date');
  await send(page, 'An 5 Gäste senden');
  await expect(page.getByRole('status')).toHaveText('5 E-Mails gehen hinaus.');
  await expect(page.getByText('5 Gäste haben diese E-Mail schon.')).toBeVisible();
  const { mail } = await waitForMail(server.mails, 'anna.huber@date.example', 'Save the Date: Ball der Termine');
  expect(mail.text).not.toContain('/i/');

  await page.getByRole('link', { name: 'Erinnerung' }).click();
  await expect(page.getByText('Erinnern können Sie, solange die Veranstaltung Antworten annimmt.')).toBeVisible();
  await publish(page, event);
  await inviteAll(page, event);
  await open(page, event.path);
  await expect(page.getByText('5 Gäste haben noch nicht geantwortet.')).toBeVisible();
  await page.getByRole('link', { name: 'Erinnerung schreiben' }).click();
  await expect(page.getByText(/^5 Gäste bekommen sie nicht: Einladung oder Erinnerung/)).toBeVisible();
  await expect(page.getByText('Es gibt niemanden zu erinnern.')).toBeVisible();
  await expect(page.getByRole('article').getByRole('heading')).toHaveText('Kommen Sie? Ball der Termine');
  await textField(page, 'Betreff').first().fill('Noch ein Platz für Sie: {veranstaltung}');
  await send(page, 'Erinnerung speichern');
  await expect(page.getByRole('status')).toHaveText('Gespeichert.');
  await expect(textField(page, 'Betreff').first()).toHaveValue('Noch ein Platz für Sie: {veranstaltung}');
  await look(page, 'mailing-reminder');
  await page.getByRole('link', { name: 'Dank' }).click();
  await expect(page.getByText('Danken können Sie, sobald die Veranstaltung vorbei ist')).toBeVisible();
});

test('whoever wants no invitations gets none, and may change their mind', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createPublished(page, {}, [['Name', 'E-Mail'], ['Anna Huber', 'anna@quiet.example'], ['Ben Adler', 'ben@quiet.example']]);
  await inviteAll(page, event);
  const { mail } = await waitForMail(server.mails, 'anna@quiet.example', /^Einladung: /);
  const link = /https?:\S+\/u\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
  await open(guest, new URL(link).pathname);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Keine Einladungen mehr');
  await look(guest, 'objection');
  await guest.getByRole('button', { name: 'Keine Einladungen mehr senden' }).click();
  await expect(guest.getByRole('status')).toContainText(`sendet ${team.tenantName} Ihnen keine Einladungen mehr`);
  await look(guest, 'objection-done');

  const next = await createPublished(page, { title: 'Herbstfest' }, [['Name', 'E-Mail'], ['Anna Huber', 'anna@quiet.example'], ['Ben Adler', 'ben@quiet.example']]);
  await open(page, `${next.path}/invitation`);
  await expect(page.getByText('Ein Gast bekommt diese E-Mail nicht: Er hat Einladungen widersprochen.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Einladung an (einen|1) Gast senden$/ })).toBeVisible();
  await look(page, 'mailing-objecting');
  await open(page, `${next.path}/guests`);
  await page.getByRole('link', { name: 'Anna Huber' }).click();
  await expect(page.getByText('Will keine Einladungen seit')).toBeVisible();

  await guest.getByRole('button', { name: 'Einladungen wieder erlauben' }).click();
  await expect(guest.getByRole('status')).toContainText('darf Sie wieder einladen');
});
