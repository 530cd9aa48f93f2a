import { expect } from '@playwright/test';
import type { KeptMail, MailServer } from './mails';

/** Waits for the mail with this subject, the only one of its kind. */
export async function waitForMail(
  mails: MailServer,
  address: string,
  subject: string | RegExp,
): Promise<KeptMail> {
  await expect
    .poll(() => findMails(mails, address, subject).length, {
      message: `a mail ${subject} to ${address} arrives`,
      timeout: 15_000,
    })
    .toBeGreaterThan(0);
  const found = findMails(mails, address, subject);
  expect(found, `one mail ${subject} to ${address}`).toHaveLength(1);
  return found[0] as KeptMail;
}

/** The mails with this subject that have come so far. */
export function findMails(
  mails: MailServer,
  address: string,
  subject: string | RegExp,
): KeptMail[] {
  return mails.to(address).filter(({ mail }) => {
    const text = mail.subject ?? '';
    return typeof subject === 'string' ? text === subject : subject.test(text);
  });
}

/** The personal link in a mail; it stands in the text and behind the button. */
export function findLink({ mail }: KeptMail): string {
  const link = /^https?:\/\/\S+$/m.exec(mail.text ?? '')?.[0] ?? '';
  expect(link, 'the text has a line with the link').toMatch(/\/(?:[im]|app\/(?:join|reset))\/[A-Za-z0-9_-]{20,}(?:\/data\/[A-Za-z0-9_-]{32})?$/);
  expect(mail.html, 'the button leads to the same place').toContain(`href="${link}"`);
  return link;
}
