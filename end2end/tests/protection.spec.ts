import { inviteSomebody } from '../support/guests';
import { look, open } from '../support/look';
import {
  createEvent,
  createPublished,
  expectFigures,
  openAccount,
  signIn,
} from '../support/organiser';
import { expect, test } from '../support/test';

test('a form of another site changes nothing', async ({ page, guest, server, team, watch }) => {
  watch.expectStatus(403);
  await signIn(page, team);
  const event = await createPublished(page, { isOpen: true });
  const form = { 'family-name': 'Fremd', email: 'fremd@evil.example' };
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: server.url },
  ]) {
    const answer = await page.request.post(event.publicUrl, { form, headers });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
  }
  expect((await page.request.post('/app/logout')).status()).toBe(403);
  await expectFigures(page, event, { Zugesagt: '0' });

  // The same by a page that somebody was lured to.
  await guest.setContent(
    `<form method="post" action="${event.publicUrl}"><button>Gewinnen</button></form>`,
  );
  const answer = guest.waitForResponse(event.publicUrl);
  await guest.getByRole('button', { name: 'Gewinnen' }).click();
  expect((await answer).status()).toBe(403);
});

test('every page carries the headers that protect it', { tag: '@once' }, async ({
  page,
  server,
  team,
  watch,
}) => {
  watch.expectStatus(404);
  await signIn(page, team);
  const event = await createPublished(page, { isOpen: true });
  const nonces = new Set<string>();
  for (const path of ['/', '/app/login', '/app', event.path, event.publicUrl, '/gibt-es-nicht']) {
    const response = await page.goto(path);
    const headers = response?.headers() ?? {};
    const policy = headers['content-security-policy'] ?? '';
    expect.soft(policy, path).toContain("default-src 'none'");
    expect.soft(policy, path).toContain("frame-ancestors 'none'");
    expect.soft(policy, path).toContain("base-uri 'none'");
    expect.soft(policy.replace("'wasm-unsafe-eval'", ''), path).not.toContain('unsafe-');
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
    expect.soft(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  }
  expect(nonces.size, 'a nonce is used once').toBe(6);
  const cookies = await page.context().cookies(server.url);
  expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Lax' })]);
});

test('what belongs to others is not there', async ({ page, guest, server, team, watch }) => {
  watch.expectStatus(404);
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'walls.example');
  await open(page, `${event.path}/guests`);
  const person = await page.getByRole('link', { name: 'Zoë Nußbaumer' }).getAttribute('href');

  await signIn(guest, await server.createTeam('Anderer Verein'));
  const own = await createEvent(guest, { title: 'Eigenes Fest' });
  const pages = ['', '/edit', '/guests', '/guests.csv', '/import', '/invitation'];
  const others = pages.map((page) => `${event.path}${page}`);
  const swapped = (person ?? '').replace(event.id, own.id);
  for (const path of [...others, person ?? '', swapped]) {
    const response = await guest.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');
    await expect(guest.getByText(/Sommerfest|Nußbaumer/)).toHaveCount(0);
  }
  const headers = { origin: server.url };
  for (const path of ['', '/edit', '/invitation']) {
    const form = { do: 'send', title: 'Gekapert' };
    const answer = await guest.request.post(`${event.path}${path}`, { form, headers });
    expect(answer.status(), path).toBe(404);
  }
  await expectFigures(page, event, { Eingeladen: '1' });
});

test('without a session there is only the front door', { tag: '@once' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  const event = await createEvent(page);
  for (const path of ['', '/edit', '/guests', '/guests.csv', '/import', '/invitation']) {
    await open(guest, `${event.path}${path}`);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
  }
  const headers = { origin: server.url };
  const answer = await guest.request.post(event.path, { headers, maxRedirects: 0 });
  expect(answer.headers()['location']).toBe('/app/login?next=%2Fapp');
});

test('the log names nobody', { tag: '@once' }, async ({ page, guest, server, team }) => {
  await signIn(page, team);
  const event = await inviteSomebody(page, server, 'silence.example');
  await open(guest, event.guest.link);
  const token = event.guest.link.split('/').at(-1) ?? '';
  for (const secret of ['silence.example', 'Nußbaumer', token, team.email, team.password]) {
    expect(server.log).not.toContain(secret);
  }
});

test('language and look are chosen and kept', { tag: '@journey' }, async ({
  page,
  guest,
  server,
  team,
}) => {
  await signIn(page, team);
  await openAccount(page);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hello, ${team.name}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await open(page, '/app/events');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Events');
  await page.goto('/app?theme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await open(page, '/app/events');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await look(page, 'events-english-dark');
  await page.goto('/app?lang=de&theme=system');

  const event = await inviteSomebody(page, server, 'choices.example');
  await open(guest, event.guest.link);
  await guest.getByRole('link', { name: 'English' }).click();
  await expect(guest.getByText('Hello, Zoë')).toBeVisible();
  await guest.getByRole('link', { name: 'Dark' }).click();
  await expect(guest.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(guest.getByText('Hello, Zoë')).toBeVisible();
  await look(guest, 'invited-english-dark');
});
