import { expectComplaints, send, textField } from '../support/forms';
import { Liar, type Lie } from '../support/liar';
import { look, open } from '../support/look';
import { signIn } from '../support/organiser';
import { SignOnProvider } from '../support/provider';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { makeCode } from '../support/totp';

/** Opens the address of a tenant's single sign-on, which shows at our door whose it is, and goes on from there. */
async function begin(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
  await page.getByRole('link', { name: /^Mit dem Konto von / }).click();
}

test('a team signs in with the accounts of its organisation', { tag: ['@journey', '@once'] }, async ({
  page,
  guest,
  team,
  server,
  watch,
}) => {
  watch.expectStatus(422);
  const provider = await SignOnProvider.start(`${server.url}/app/login/sso/${team.tenant}/callback`);
  await signIn(page, team);
  await open(page, '/app/team/sign-on');
  await textField(page, 'Adresse des Anmeldedienstes \\(Issuer\\)').fill('http://localhost:9/nobody');
  await textField(page, 'Client-ID').fill(provider.clientId);
  await page.getByLabel('Client-Secret').fill(provider.clientSecret);
  await send(page, 'Prüfen und speichern');
  await expectComplaints(page, [/antwortet kein Anmeldedienst/]);
  await look(page, 'sign-on-nobody');
  await textField(page, 'Adresse des Anmeldedienstes \\(Issuer\\)').fill(provider.issuer);
  await page.getByLabel('Client-Secret').fill(provider.clientSecret);
  await send(page, 'Prüfen und speichern');
  await expect(page.getByRole('status')).toHaveText(/^Der Anmeldedienst hat geantwortet/);
  await look(page, 'sign-on-set');
  const address = await page.getByLabel('Adresse zum Anmelden').inputValue();

  await provider.meet(guest);
  await begin(guest, `${address}?next=/app/team`);
  await provider.signIn(guest, team.email);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Team');
  // The provider lets in and proves nothing else.
  await guest.goto('/app/team/invite');
  expect(guest.url()).toContain('/app/prove');
  await guest.context().clearCookies({ name: 'sid' });

  // Somebody else of the provider with the same address, later on, is not that person.
  await guest.context().clearCookies({ domain: 'localhost', name: /^_/ });
  await begin(guest, address);
  await provider.signIn(guest, `${team.email}#another`);
  await expect(guest.getByText(/^Der Anmeldedienst hat Sie nicht bestätigt/)).toBeVisible();
  await look(guest, 'sign-on-refused');
  // Unless the team unties the account, as when it was made anew over there.
  await open(page, '/app/team');
  await page.getByRole('link', { name: team.name }).click();
  await look(page, 'sign-on-untie');
  await page.getByRole('button', { name: 'Verbindung lösen' }).click();
  await expect(page.getByRole('status')).toHaveText('Die Verbindung mit dem Anmeldedienst ist gelöst.');
  await expect(page.getByRole('button', { name: 'Verbindung lösen' })).toHaveCount(0);
  await guest.context().clearCookies({ domain: 'localhost', name: /^_/ });
  await begin(guest, address);
  await provider.signIn(guest, `${team.email}#another`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`Guten Tag, ${team.name}`);
  await guest.context().clearCookies({ name: 'sid' });

  await guest.context().clearCookies({ domain: 'localhost', name: /^_/ });
  await begin(guest, address);
  await provider.signIn(guest, `nobody.${team.email}`);
  await expect(guest.getByText(/unter dieser bestätigten Adresse arbeitet hier niemand/)).toBeVisible();

  provider.confirms = false;
  await guest.context().clearCookies({ domain: 'localhost', name: /^_/ });
  await begin(guest, address);
  await provider.signIn(guest, team.email);
  await expect(guest.getByText(/unter dieser bestätigten Adresse arbeitet hier niemand/)).toBeVisible();

  // Whoever did not begin here is not let in, and no answer counts twice.
  await guest.goto(`/app/login/sso/${team.tenant}/callback?code=x&state=x`);
  await expect(guest.getByText(/in einem anderen Browser begonnen/)).toBeVisible();

  await open(page, '/app/protection/log');
  await expect(page.getByText('Über den Anmeldedienst angemeldet').first()).toBeVisible();
  await expect(page.getByText('Der Anmeldedienst nannte jemanden, der hier nicht arbeitet').first()).toBeVisible();

  await provider.stop();
  await guest.getByRole('link', { name: `Mit dem Konto von ${team.tenantName} anmelden` }).click();
  await expect(guest.getByText(/antwortet nicht/)).toBeVisible();
  await look(guest, 'sign-on-unavailable');

  await open(page, '/app/team/sign-on');
  await send(page, 'Single Sign-on entfernen');
  await expect(page.getByRole('status')).toHaveText('Single Sign-on ist entfernt.');
  await guest.goto(address);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
  await expect(guest.getByRole('link', { name: /^Mit dem Konto von / })).toHaveCount(0);
});

test('an account with a second factor is tied only after that one', { tag: '@once' }, async ({ page, guest, team, server }) => {
  const provider = await SignOnProvider.start(`${server.url}/app/login/sso/${team.tenant}/callback`);
  await signIn(page, team);
  await open(page, '/app/team/sign-on');
  await textField(page, 'Adresse des Anmeldedienstes \\(Issuer\\)').fill(provider.issuer);
  await textField(page, 'Client-ID').fill(provider.clientId);
  await page.getByLabel('Client-Secret').fill(provider.clientSecret);
  await send(page, 'Prüfen und speichern');
  const address = await page.getByLabel('Adresse zum Anmelden').inputValue();
  await open(page, '/app/account/factors');
  await page.getByRole('button', { name: 'App einrichten' }).click();
  const secret = await page.locator('code').innerText();
  await textField(page, 'Code').fill(makeCode(secret));
  await send(page, 'Einrichten');
  const recovery = await page.locator('code').first().innerText();
  await send(page, 'Ich habe sie gesichert');

  await provider.meet(guest);
  await begin(guest, address);
  await provider.signIn(guest, `${team.email}#somebody`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Zweiter Schritt');
  await open(page, '/app/team');
  await page.getByRole('link', { name: team.name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(team.name);
  await expect(page.getByRole('button', { name: 'Verbindung lösen' })).toHaveCount(0);
  await textField(guest, 'Code').fill(recovery);
  await send(guest, /^Anmelden$/);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`Guten Tag, ${team.name}`);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Verbindung lösen' })).toBeVisible();
  await provider.stop();
});

test('a provider that lies lets nobody in', { tag: '@once' }, async ({ page, guest, team }) => {
  const liar = await Liar.start(team.email);
  await signIn(page, team);
  await open(page, '/app/team/sign-on');
  await textField(page, 'Adresse des Anmeldedienstes \\(Issuer\\)').fill(liar.issuer);
  await textField(page, 'Client-ID').fill('einlass');
  await page.getByLabel('Client-Secret').fill('x');
  await send(page, 'Prüfen und speichern');
  const address = await page.getByLabel('Adresse zum Anmelden').inputValue();
  const lies: Lie[] = [
    'nonce', 'audience', 'issuer', 'expired', 'another key', 'no signature', 'no address', 'response issuer',
  ];
  for (const lie of lies) {
    liar.lie = lie;
    await begin(guest, address);
    await guest.waitForURL(/sso=/);
    await expect(guest.getByRole('heading', { level: 1 }), lie).toHaveText('Anmelden');
    expect(guest.url(), lie).toMatch(lie === 'no address' ? /sso=nobody$/ : /sso=refused$/);
  }
  liar.lie = 'nothing';
  await begin(guest, address);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`Guten Tag, ${team.name}`);
  await liar.stop();
});
