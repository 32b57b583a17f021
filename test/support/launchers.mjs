/**
 * How the test runner starts each engine. Chromium speaks its debugging protocol, Firefox WebDriver BiDi,
 * WebKitGTK classic WebDriver; test/support/browser.ts hides the difference from the tests.
 */
import { ChromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import puppeteer from 'puppeteer-core';
import { requirePrograms } from '../browsers.mjs';
import { WebKitLauncher } from './webkit-launcher.mjs';

export const launchers = { chromium, firefox, webkit };

/** @param zone of the device: by default that of a visitor in Germany */
function chromium(zone = 'Europe/Berlin') {
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: {
      executablePath: requirePrograms('chromium').browser,
      // Tests load only pages of this repository, often as root in a container, where the sandbox cannot start.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
    // A visitor in Germany, so that results do not depend on the machine's language.
    createBrowserContext: ({ browser }) => browser.newContext({ locale: 'de-DE', timezoneId: zone }),
  });
}

function firefox() {
  const options = {
    browser: 'firefox',
    executablePath: requirePrograms('firefox').browser,
    env: { ...process.env, TZ: 'Europe/Berlin' },
    extraPrefsFirefox: { 'intl.accept_languages': 'de-DE,de', 'intl.locale.requested': 'de-DE' },
  };
  const context = ({ browser }) => browser.defaultBrowserContext();
  const page = ({ context }) => context.newPage();
  // One page at a time: only the page in front has the keyboard.
  return new ChromeLauncher(options, context, page, puppeteer, 1);
}

function webkit() {
  return new WebKitLauncher(requirePrograms('webkit'));
}
