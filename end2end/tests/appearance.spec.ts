import type { BrowserContext, Page } from '@playwright/test';
import { inviteSomebody } from '../support/guests';
import { makeRows } from '../support/lists';
import { look, open } from '../support/look';
import { createPublished, paste, putOnList, signIn, type PlannedEvent } from '../support/organiser';
import { expect, test } from '../support/test';

/** Takes over the session of another browser, but not its language. */
async function takeSession(from: BrowserContext, to: Page): Promise<void> {
  const cookies = await from.cookies();
  await to.context().addCookies(cookies.filter(({ name }) => name.endsWith('sid')));
}

async function lookAt(page: Page, pages: Record<string, string>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await open(page, path);
    await expect(page.locator('html'), name).toHaveAttribute('lang', 'en');
    await look(page, name);
  }
}

function pagesOf(event: PlannedEvent): Record<string, string> {
  return {
    event: event.path,
    guests: `${event.path}/guests`,
    'guests-nobody': `${event.path}/guests?standing=cancelled`,
    import: `${event.path}/import`,
    invitation: `${event.path}/invitation`,
    edit: `${event.path}/edit`,
  };
}

test('every page is readable in English and in the dark', { tag: '@looks' }, async ({
  page,
  browser,
  server,
  team,
  watch,
}) => {
  test.setTimeout(180_000);
  watch.expectStatus(404);
  const german = await browser.newContext({ locale: 'de-AT' });
  const desk = await german.newPage();
  await signIn(desk, team);
  const event = await inviteSomebody(desk, server, 'dark.example', { capacity: 20 });
  await putOnList(desk, event, makeRows('dark-list.example'));
  const open = await createPublished(desk, { title: 'Open rehearsal', isOpen: true });
  await paste(desk, event, [...makeRows('dark-paste.example'), ['', '', '', '', 'x']]);
  const preview = new URL(desk.url()).pathname;
  await desk.goto(`${event.path}/guests`);
  const person = await desk.getByRole('link', { name: 'Anna Huber' }).getAttribute('href');
  await takeSession(german, page);
  await german.close();

  await lookAt(page, {
    ...pagesOf(event),
    overview: '/app',
    events: '/app/events',
    'event-new': '/app/events/new',
    'import-preview': preview,
    guest: person ?? '',
    erase: `${person}/erase`,
    protection: '/app/protection',
    log: '/app/protection/log',
    erasures: '/app/protection/erasures',
    team: '/app/team',
    'team-invite': '/app/team/invite',
    review: '/app/team/review',
    support: '/app/team/support',
    account: '/app/account',
    forgot: '/app/forgot',
    home: '/',
    'sign-in': '/app/login',
    registration: open.publicUrl,
    thanks: `${open.publicUrl}/thanks`,
    invited: `${event.guest.link}?lang=en`,
    own: event.guest.link.replace('/i/', '/m/'),
    'wrong-link': '/i/wrong',
    'not-found': '/nowhere',
  });
});
