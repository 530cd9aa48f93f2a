import { expect, type Locator, type Page, type Response } from '@playwright/test';
import { waitUntilHydrated } from './look';

/** A field for text by its whole label. */
export function textField(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${label}( \\(optional\\))?$`) });
}

/** Presses a button that sends a form, waits for the next page, and returns the first answer. */
export async function send(page: Page, button: string | RegExp): Promise<Response> {
  const answer = page.waitForResponse((response) => {
    const request = response.request();
    return request.isNavigationRequest() && request.method() === 'POST';
  });
  const next = page.waitForEvent('load');
  await page.getByRole('button', { name: button, exact: true }).click();
  const response = await answer;
  await next;
  await waitUntilHydrated(page);
  return response;
}

/** The summary of what is wrong with a form. */
export function summary(page: Page): Locator {
  return page.getByRole('alert', { name: 'Es gibt ein Problem' });
}

/** The form came back with these complaints, and the summary of them is read out first. */
export async function expectComplaints(page: Page, complaints: (string | RegExp)[]): Promise<void> {
  await expect(page).toHaveTitle(/^Fehler: /);
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('listitem')).toHaveText(complaints);
}

/** The form came back with one reason why it is not possible. */
export async function expectRefusal(page: Page, reason: string | RegExp): Promise<void> {
  await expect(page).toHaveTitle(/^Fehler: /);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Das ist nicht möglich');
  await expect(alert).toContainText(reason);
}
