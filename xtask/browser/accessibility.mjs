// axe-core on a page with everything unfolded, in both colour schemes, narrow and wide; and whether
// the page fits when it is narrow or its text is twice as large.

import { readFileSync } from 'node:fs';

import { takeCookie, toolsRequire } from './chromium.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [320, 1280];
const SCHEMES = ['light', 'dark'];

/** The source of axe-core, to be put into pages. */
export function axeSource(tools) {
  return readFileSync(toolsRequire(tools).resolve('axe-core/axe.min.js'), 'utf8');
}

/** Looks at a page in every variant; returns the problems found and the links of the page. */
export async function examine(browser, axe, base, page) {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  try {
    await takeCookie(context, base, page);
    const tab = await context.newPage();
    await tab.goto(base + page.path, { waitUntil: 'load' });
    const links = await tab.evaluate(collectLinks);
    await tab.evaluate(unfold);
    await tab.evaluate(axe);

    const problems = new Map();
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 800 });
      for (const colorScheme of SCHEMES) {
        await tab.emulateMedia({ colorScheme });
        await settle(tab);
        for (const problem of await violations(tab)) note(problems, problem, colorScheme, width);
      }
      for (const problem of await overflow(tab)) note(problems, problem, width);
    }
    await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await settle(tab);
    for (const problem of await overflow(tab)) note(problems, problem, WIDTHS.at(-1), 'text 200 %');

    const told = [...problems].map(([problem, seen]) => `${problem}\n      seen: ${seen.join(', ')}`);
    return { problems: told, links };
  } finally {
    await context.close();
  }
}

function note(problems, problem, ...variant) {
  if (!problems.has(problem)) problems.set(problem, []);
  problems.get(problem).push(variant.join(' '));
}

/** Every `<details>` open; those that close one another are first set free. */
function unfold() {
  for (const details of document.querySelectorAll('details')) {
    details.removeAttribute('name');
    details.open = true;
  }
}

/** Waits until new styles are painted. */
async function settle(tab) {
  await tab.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

async function violations(tab) {
  const found = await tab.evaluate(
    async (tags) => {
      const result = await window.axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
      });
      return result.violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, help, target, failureSummary })),
      );
    },
    TAGS,
  );
  return found.map(({ id, help, target, failureSummary }) => {
    const advice = failureSummary.split('\n').slice(1).map((line) => line.trim());
    return `axe ${id}: ${help}\n      at: ${target.flat().join(' » ')}\n      ${advice.join(' / ')}`;
  });
}

async function overflow(tab) {
  const widest = await tab.evaluate(() => {
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth <= innerWidth) return undefined;
    const tooWide = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => {
        const classes = [...element.classList].map((name) => `.${name}`).join('');
        return `${element.localName}${element.id ? `#${element.id}` : ''}${classes}`;
      });
    return { scrollWidth, elements: [...new Set(tooWide)].slice(0, 6) };
  });
  if (widest === undefined) return [];
  return [`overflow: the page is ${widest.scrollWidth} px wide\n      with: ${widest.elements.join(', ')}`];
}

/** Absolute addresses of all that a page leads to or is made of. */
function collectLinks() {
  const forms = [...document.querySelectorAll('form')].filter((form) => form.method === 'get');
  return [
    ...[...document.querySelectorAll('a[href], link[href]')].map((link) => link.href),
    ...[...document.querySelectorAll('img[src], script[src]')].map((source) => source.src),
    ...forms.map((form) => form.action),
  ].filter((address) => typeof address === 'string');
}
