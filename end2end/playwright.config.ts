import { defineConfig, type PlaywrightTestOptions } from '@playwright/test';

/** What both phones share: the size and touch of a common one. */
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} satisfies Partial<PlaywrightTestOptions>;

const desktop = {
  viewport: { width: 1280, height: 800 },
} satisfies Partial<PlaywrightTestOptions>;

/** Walks that only look at pages; the journeys are tests of their own. */
const looks = /@looks/;
/** What has nothing to do with the size of the screen or with scripts. */
const once = /@once/;
/** The way through each part of the product; everything else is tried at the two extremes. */
const journeys = /@journey/;

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // A journey takes some ten seconds; a machine that is busy otherwise may take several times as long.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'de-AT',
    timezoneId: 'Europe/Vienna',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      chromiumSandbox: false,
      // Without a graphics card, drawing by its rules takes longer than drawing without.
      args: ['--disable-dev-shm-usage', '--disable-gpu', '--disable-software-rasterizer'],
    },
  },
  projects: [
    { name: 'desktop', use: desktop, grepInvert: looks },
    { name: 'phone', use: phone, grep: journeys },
    {
      name: 'desktop-no-js',
      use: { ...desktop, javaScriptEnabled: false },
      grep: journeys,
    },
    {
      name: 'phone-no-js',
      use: { ...phone, javaScriptEnabled: false },
      grepInvert: [looks, once],
    },
    {
      name: 'desktop-dark-en',
      use: { ...desktop, locale: 'en-GB', colorScheme: 'dark' },
      grep: looks,
    },
  ],
});
