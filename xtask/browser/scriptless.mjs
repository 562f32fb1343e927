// A page without JavaScript still says what it has to say.

import { takeCookie } from './chromium.mjs';

const WORDS_MIN = 8;

/** One sentence for each thing that a page lacks when scripts are off. */
export async function examineWithoutScript(browser, base, page) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    await takeCookie(context, base, page);
    const tab = await context.newPage();
    await tab.goto(base + page.path, { waitUntil: 'load' });
    const problems = [];
    const mains = await tab.locator('main').count();
    if (mains !== 1) return [`without script: ${mains} main elements`];
    const words = (await tab.locator('main').innerText()).split(/\s+/).filter(Boolean).length;
    if (words < WORDS_MIN) problems.push(`without script: main holds ${words} words`);
    if ((await tab.locator('h1').count()) !== 1) problems.push('without script: not exactly one h1');
    return problems;
  } finally {
    await context.close();
  }
}
