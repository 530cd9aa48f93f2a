import { expectComplaints, send, textField } from '../support/forms';
import { inviteSomebody, readHistory } from '../support/guests';
import { look, open, runsScripts } from '../support/look';
import { findLink, findMails, waitForMail } from '../support/mailbox';
import { createPublished, expectFigures, inviteAll, signIn } from '../support/organiser';
import { expect, test } from '../support/test';

test('a guest accepts, changes and cancels by the link from the mail', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  test.slow();
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'answers.example', { capacity: 10 });
  const { email, link } = event.guest;

  await open(guest, link);
  await expect(guest.getByText('Guten Tag, Zoë')).toBeVisible();
  await expect(textField(guest, 'Vorname')).toHaveValue('Zoë');
  await expect(textField(guest, 'Nachname')).toHaveValue('Nußbaumer');
  await expect(textField(guest, 'E-Mail-Adresse')).toHaveValue(email);
  await look(guest, 'invited');
  await open(guest, `${link}?a=no`);
  await expect(guest.getByRole('radio', { name: 'Absagen' })).toBeChecked();
  await open(guest, `${link}?a=yes`);
  await expect(guest.getByRole('radio', { name: 'Zusagen' })).toBeChecked();
  await expectFigures(page, event, { Zugesagt: '0', Abgesagt: '0', Offen: '1' });

  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('Eine Person');
  await expect(textField(guest, 'Name der Begleitperson 2')).toBeVisible({
    visible: !runsScripts(),
  });
  await textField(guest, 'Name der Begleitperson 1').fill('Łukasz Müller');
  await textField(guest, 'Nachricht').fill('Bitte vegetarisch.');
  await look(guest, 'invited-filled');
  await send(guest, 'Antwort senden');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Sie sind dabei, Zoë.');
  await expect(guest.getByText(/^Zwei Plätze sind reserviert/)).toBeVisible();
  await look(guest, 'own-accepted');
  await expectFigures(page, event, { Zugesagt: '1', Offen: '0', 'Plätze vergeben': '2 / 10' });

  const mail = await waitForMail(server.mails, email, `Sie sind dabei: ${event.title}`);
  const calendar = mail.mail.attachments.find((part) => part.contentType === 'text/calendar');
  expect(calendar?.content.toString()).toContain(`SUMMARY:${event.title}`);
  expect(calendar?.filename).toMatch(/\.ics$/);

  await open(guest, link);
  await expect(guest.getByText('Sie haben zugesagt')).toBeVisible();
  await look(guest, 'invited-answered');
  await guest.getByRole('link', { name: 'Zu meiner Seite' }).click();
  await guest.getByText('Antwort und Angaben bearbeiten').click();
  await expect(textField(guest, 'Name der Begleitperson 1')).toHaveValue('Łukasz Müller');
  await expect(textField(guest, 'Nachricht')).toHaveValue('Bitte vegetarisch.');
  await look(guest, 'own-change');
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('Niemanden');
  await send(guest, 'Angaben speichern');
  await expect(guest.getByText('Ein Platz ist für Sie reserviert.')).toBeVisible();
  await expectFigures(page, event, { Zugesagt: '1', 'Plätze vergeben': '1 / 10' });

  await open(guest, findLink(mail));
  await send(guest, 'Zusage stornieren');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(
    'Ihre Zusage ist storniert, Zoë.',
  );
  await look(guest, 'own-cancelled');
  await expectFigures(page, event, { Storniert: '1', 'Plätze vergeben': '0 / 10' });
});

test('a guest declines, and can still come after all', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'declines.example');
  await open(guest, event.guest.link);
  await guest.getByRole('radio', { name: 'Absagen' }).check();
  await send(guest, 'Antwort senden');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(
    'Schade, dass Sie nicht kommen, Zoë.',
  );
  await look(guest, 'own-declined');
  await waitForMail(server.mails, event.guest.email, `Ihre Absage: ${event.title}`);
  await expectFigures(page, event, { Abgesagt: '1', Zugesagt: '0' });

  await guest.getByText('Antwort und Angaben bearbeiten').click();
  await expect(guest.getByRole('radio', { name: 'Absagen' })).toBeChecked();
  await guest.getByRole('radio', { name: 'Zusagen' }).check();
  await send(guest, 'Angaben speichern');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Sie sind dabei, Zoë.');
  await expectFigures(page, event, { Abgesagt: '0', Zugesagt: '1' });
});

test('an answer with mistakes comes back with all that was typed', async ({
  page,
  guest,
  server,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'mistakes.example');
  await open(guest, event.guest.link);
  const markup = '</textarea><script>alert(1)</script>';
  await guest.getByRole('radio', { name: 'Zusagen' }).check();
  await textField(guest, 'Vorname').fill('');
  await textField(guest, 'Nachname').fill('  ');
  await textField(guest, 'Nachricht').fill(markup);
  await guest.getByLabel('Wie viele Personen bringen Sie mit?').selectOption('2 Personen');
  await textField(guest, 'Name der Begleitperson 2').fill(markup);
  expect((await send(guest, 'Antwort senden')).status()).toBe(422);
  await expectComplaints(guest, ['Bitte geben Sie Ihren Nachnamen ein.']);
  for (const label of ['Nachricht', 'Name der Begleitperson 2']) {
    await expect(textField(guest, label)).toHaveValue(markup);
  }
  await expect(guest.getByRole('radio', { name: 'Zusagen' })).toBeChecked();
  await look(guest, 'invited-mistakes');
});

test('a link that is wrong says so and tells nothing else', async ({
  page,
  guest,
  server,
  team,
  watch,
}) => {
  watch.expectStatus(404);
  await signIn(page, team);
  const { link } = (await inviteSomebody(page, server, 'links.example')).guest;
  const last = link.endsWith('A') ? 'B' : 'A';
  const wrong = [`${link.slice(0, -1)}${last}`, link.slice(0, -4), `${server.url}/i/x`];
  for (const address of [...wrong, ...wrong.map((address) => address.replace('/i/', '/m/'))]) {
    const response = await guest.goto(address);
    expect(response?.status()).toBe(404);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Dieser Link gilt nicht');
    await expect(guest.getByText('Sommerfest')).toHaveCount(0);
  }
  await look(guest, 'wrong-link');
  for (const path of ['/e/gibt-es-nicht', '/e/gibt-es-nicht/thanks', '/irgendwo']) {
    expect((await guest.goto(path))?.status()).toBe(404);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');
  }
  await look(guest, 'not-found');
});

test('an answer that is sent twice is one answer', { tag: '@once' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'double.example', { capacity: 5 });
  const { email, link } = event.guest;
  const form = { answer: 'yes', 'family-name': 'Nußbaumer', companions: '1', 'companion-1': '' };
  const post = { form, headers: { origin: server.url } };
  const answers = await Promise.all([
    guest.request.post(link, post),
    guest.request.post(link, post),
    guest.request.post(link, post),
  ]);
  expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200]);
  await expectFigures(page, event, { Zugesagt: '1', 'Plätze vergeben': '2 / 5' });
  const entries = await readHistory(page, event, 'Zoë Nußbaumer');
  expect(entries.filter((entry) => entry.startsWith('Zugesagt'))).toHaveLength(1);
  // The mail about the cancellation is the last one; then every other has come as well.
  await guest.request.post(link.replace('/i/', '/m/'), { ...post, form: { do: 'cancel' } });
  await expect.poll(() => findMails(server.mails, email, /^Ihre Absage/).length).toBe(1);
  await waitForMail(server.mails, email, /^Sie sind dabei/);
});

test('whoever lost the link asks for it, and nobody learns who is invited', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  const rows = [['Name', 'E-Mail'], ['Anna Huber', 'anna@verloren.example']];
  const event = await createPublished(page, {}, rows);
  await inviteAll(page, event);
  await open(guest, event.publicUrl);
  await look(guest, 'registration-by-invitation');
  await guest.locator('form.form').evaluate((form: HTMLFormElement) => { form.noValidate = true; });
  await textField(guest, 'E-Mail-Adresse').fill('anna@');
  expect((await send(guest, 'Link senden')).status()).toBe(422);
  await expectComplaints(guest, [/^Bitte prüfen Sie die E-Mail-Adresse/]);
  await expect(textField(guest, 'E-Mail-Adresse')).toHaveValue('anna@');
  const pages: string[] = [];
  for (const email of ['fremd@verloren.example', 'Anna@Verloren.example']) {
    await open(guest, event.publicUrl);
    await textField(guest, 'E-Mail-Adresse').fill(email);
    await send(guest, 'Link senden');
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Sehen Sie in Ihre E-Mails');
    pages.push(await guest.getByRole('main').innerText());
  }
  expect(pages[1]).toBe(pages[0]);
  await look(guest, 'link-asked');
  const mail = await waitForMail(server.mails, 'anna@verloren.example', `Ihr persönlicher Link: ${event.title}`);
  await open(guest, findLink(mail));
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('Anna');
  expect(findMails(server.mails, 'fremd@verloren.example', /./)).toHaveLength(0);
});
