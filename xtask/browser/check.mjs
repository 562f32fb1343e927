// Visits some pages of every kind and fails on a broken promise of the product: accessible, light, without
// dead links, complete without script.

import { writeFileSync } from 'node:fs';

import { axeSource, examine } from './accessibility.mjs';
import { readArguments } from './arguments.mjs';
import { openBrowser } from './chromium.mjs';
import { deadLinks } from './links.mjs';
import { choosePages } from './pages.mjs';
import { inParallel } from './parallel.mjs';
import { examineWithoutScript } from './scriptless.mjs';
import { weightTable } from './table.mjs';
import { excesses, weigh } from './weight.mjs';

const options = readArguments('chromium', 'tools', 'out');
const { pages, wrong } = await reachable(await choosePages(options.base));
console.log(`${pages.length} pages to visit.`);

const axe = axeSource(options.tools);
const browser = await openBrowser(options);
const visits = await inParallel(2, pages, visit);
await browser.close();

const found = visits.map(({ page, links }) => ({ path: page.path, status: page.status, links }));
const links = await deadLinks(options.base, found);
const weights = visits.flatMap(({ weight }) => weight ?? []);
weights.sort((a, b) => a.kind.localeCompare(b.kind) || a.page.localeCompare(b.page));
writeFileSync(options.out, `${JSON.stringify(weights, null, 2)}\n`);
console.log(weightTable(weights));
process.exit(report());

/** Only pages that answer as expected, in HTML, go to the browser. */
async function reachable(chosen) {
  const pages = [];
  const wrong = [];
  for (const page of chosen) {
    const answer = await fetch(options.base + page.path);
    await answer.arrayBuffer();
    const isHtml = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (answer.status !== page.status) {
      wrong.push(`${page.path} answers ${answer.status}, expected ${page.status}`);
    } else if (isHtml) pages.push(page);
  }
  return { pages, wrong };
}

async function visit(page) {
  try {
    const { weight, problems } = await weigh(browser, options.base, page);
    const seen = await examine(browser, axe, options.base, page);
    const scriptless = await examineWithoutScript(browser, options.base, page);
    return {
      page,
      weight,
      links: seen.links,
      problems: [...problems, ...excesses(weight, page.kind), ...seen.problems, ...scriptless],
    };
  } catch (error) {
    return { page, links: [], problems: [`the visit failed: ${error.message}`] };
  }
}

/** Prints every problem under its page and returns the exit code. */
function report() {
  let count = wrong.length + links.problems.length;
  for (const { page, problems } of visits) {
    count += problems.length;
    if (problems.length > 0) console.log(`\n${page.path}`);
    for (const problem of problems) console.log(`  - ${problem}`);
  }
  if (wrong.length + links.problems.length > 0) console.log('\nlinks and answers');
  for (const problem of [...wrong, ...links.problems]) console.log(`  - ${problem}`);
  console.log(`\n${pages.length} pages, ${links.count} links, ${count} problems`);
  return count === 0 ? 0 : 1;
}
