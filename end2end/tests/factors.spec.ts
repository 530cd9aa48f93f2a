import type { Page } from '@playwright/test';
import { expectComplaints, send, textField } from '../support/forms';
import { look, open } from '../support/look';
import { openAccount, signIn } from '../support/organiser';
import type { Team } from '../support/server';
import { expect, test } from '../support/test';
import { makeCode } from '../support/totp';

async function signOut(page: Page): Promise<void> {
  await openAccount(page);
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await open(page, '/app/login');
}

/** Signs in as far as the second factor. */
async function signInHalf(page: Page, team: Team): Promise<void> {
  await textField(page, 'E-Mail-Adresse').fill(team.email);
  await page.getByLabel('Passwort').fill(team.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zweiter Schritt');
}

test('an app secures the account, and a recovery code opens it', { tag: '@journey' }, async ({
  page,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  await signIn(page, team);
  await open(page, '/app/account');
  await page.getByRole('link', { name: 'Passkeys und Codes' }).click();
  await look(page, 'factors-none');
  await page.getByRole('button', { name: 'App einrichten' }).click();
  await expect(page.getByRole('img', { name: 'QR-Code für die App' })).toBeVisible();
  await look(page, 'factors-app');
  await textField(page, 'Code').fill('000000');
  await send(page, 'Einrichten');
  await expectComplaints(page, [/Der Code passt nicht/]);
  const secret = await page.locator('code').innerText();
  await textField(page, 'Code').fill(makeCode(secret));
  await send(page, 'Einrichten');
  await expect(page.getByRole('listitem').filter({ has: page.locator('code') })).toHaveCount(10);
  const code = await page.locator('code').first().innerText();
  await look(page, 'factors-codes');
  await send(page, 'Ich habe sie gesichert');
  await expect(page.getByRole('status')).toHaveText('Ihr Konto ist abgesichert.');
  await expect(page.getByText('Noch 10 Codes übrig.')).toBeVisible();
  await look(page, 'factors');

  await signOut(page);
  await signInHalf(page, team);
  await open(page, '/app/events');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
  await open(page, '/app/login/factor');
  await textField(page, 'Code').fill('123456');
  await send(page, /^Anmelden$/);
  await expectComplaints(page, [/Der Code passt nicht/]);
  await look(page, 'second-factor');
  await textField(page, 'Code').fill(code);
  await send(page, /^Anmelden$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Guten Tag, ${team.name}`);
  await open(page, '/app/account/factors');
  await expect(page.getByText('Noch 9 Codes übrig.')).toBeVisible();
  await page.getByRole('button', { name: 'Entfernen' }).click();
  await expect(page.getByRole('status')).toHaveText('Entfernt. Andere Geräte sind abgemeldet.');
});

test('a passkey signs in, proves who is there, and is taken away', { tag: '@once' }, async ({
  page,
  context,
  team,
  watch,
}) => {
  watch.expectStatus(422);
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, team);
  await open(page, '/app/account/factors');
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notfallcodes');
  await send(page, 'Ich habe sie gesichert');
  await look(page, 'factors-passkey');

  await signOut(page);
  await look(page, 'sign-in-passkey');
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Guten Tag, ${team.name}`);
  await signOut(page);
  await signInHalf(page, team);
  await look(page, 'second-factor-passkey');
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Guten Tag, ${team.name}`);

  await open(page, '/app/prove?next=/app/team');
  await look(page, 'prove');
  await page.getByRole('button', { name: 'Mit Passkey bestätigen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Team');
  await expect(page.getByRole('row', { name: team.name })).toContainText('Abgesichert');
  await open(page, '/app/account/factors');
  await page.getByRole('button', { name: /^Entfernen/ }).click();
  await expect(page.getByRole('status')).toHaveText('Entfernt. Andere Geräte sind abgemeldet.');
  await signOut(page);
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await expect(page.getByRole('alert').first()).toContainText(/passt nicht|nicht geklappt/);
});

test('a team that wants a second factor lets nobody past without one', async ({ page, team }) => {
  await signIn(page, team);
  await open(page, '/app/team');
  await send(page, 'Für alle verlangen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmeldung absichern');
  await expect(page.getByText('Ihre Organisation verlangt einen zweiten Faktor')).toBeVisible();
  await open(page, '/app/events');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmeldung absichern');
  await look(page, 'factors-needed');
});
