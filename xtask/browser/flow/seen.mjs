// What every page owes to whoever opens it.

import { missingWords } from './words.mjs';

/** One sentence for each thing that is wrong with the page of a tab. */
export async function faultsOf(tab) {
  const page = await tab.evaluate(look);
  const problems = missingWords(page.html).map((word) => `a word is missing: ${word}`);
  if (page.title === '') problems.push('the title is empty');
  if (page.headings !== 1) problems.push(`${page.headings} h1, exactly one expected`);
  if (page.scrollWidth > page.width) problems.push(`overflow: the page is ${page.scrollWidth} px wide`);
  for (const id of page.twice) problems.push(`the id ${id} is there twice`);
  for (const target of page.nowhere) problems.push(`a link leads to ${target}, which is nowhere on the page`);
  for (const sign of page.undrawn) problems.push(`the sign ${sign} is not drawn: nothing has this id`);
  return problems;
}

function look() {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const toNothing = (selector) => {
    const targets = [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
    return [...new Set(targets)].filter((href) => !ids.includes(href.slice(1)));
  };
  return {
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    html: document.documentElement.outerHTML,
    scrollWidth: document.documentElement.scrollWidth,
    width: innerWidth,
    twice: ids.filter((id, place) => ids.indexOf(id) !== place),
    nowhere: toNothing('a[href^="#"]'),
    undrawn: toNothing('use[href^="#"]'),
  };
}

/** Gathers what the browser complains of from now on; what is returned gives it and forgets it. */
export function complaints(tab) {
  let told = [];
  tab.on('console', (message) => {
    if (message.type() === 'error') told.push(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => told.push(`script: ${error.message}`));
  tab.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText;
    // Whoever goes on at once leaves a page before all of it is there.
    if (failure !== 'net::ERR_ABORTED') told.push(`not loaded: ${request.url()} ${failure}`);
  });
  /** A form sent back answers an error status on purpose: that one complaint is expected. */
  return (status) => {
    const expected = status >= 400 ? `a status of ${status}` : undefined;
    const taken = told.filter((words) => expected === undefined || !words.includes(expected));
    told = [];
    return taken;
  };
}
