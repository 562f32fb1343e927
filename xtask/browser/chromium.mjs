// The browser of the system, driven by playwright-core; nothing is downloaded.

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** Everything that would make Chromium speak to the outside is off. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `require` as seen from the folder where the npm packages are installed. */
export function toolsRequire(tools) {
  return createRequire(join(resolve(tools), 'package.json'));
}

/** Starts the browser; close it when done. */
export function openBrowser({ chromium, tools }) {
  const playwright = toolsRequire(tools)('playwright-core');
  return playwright.chromium.launch({ executablePath: chromium, args: SWITCHES });
}

/** Gives a browser the session of a page, if it has one. */
export async function takeCookie(context, base, { cookie }) {
  if (cookie === undefined) return;
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
}
