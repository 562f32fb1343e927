// Visits the pages of those who work here, one account a role, as far as links lead: accessible, light,
// complete without script, and closed to those who have not signed in.

import { axeSource, examine } from './accessibility.mjs';
import { passphraseIn, readArguments } from './arguments.mjs';
import { openBrowser } from './chromium.mjs';
import { inParallel } from './parallel.mjs';
import { examineWithoutScript } from './scriptless.mjs';

const SCOPE = 'metropole-valmorel';
const ROLES = ['agent', 'referent', 'relecteur', 'decideur', 'representant', 'elu', 'pilote', 'administrateur'];
/** First words of the addresses behind a session. */
const INSIDE = ['espace', 'dossier', 'declarer', 'imports', 'compte', 'comptes', 'outils', 'messages', 'textes', 'directions', 'sauvegarde'];
/** Second words that name a page and not a thing. */
const FIXED = ['demander', 'importer', 'inviter', 'second-facteur', 'motdepasse', 'effacer'];
/** Pages of one shape that are visited; elements that a page may have. */
const SAMPLES = 1;
const ELEMENTS_MAX = 390;

const options = readArguments('chromium', 'tools', 'log');
const passphrase = passphraseIn(options.log);

const axe = axeSource(options.tools);
const browser = await openBrowser(options);
const pages = await pagesOfEveryRole();
console.log(`${pages.length} pages behind a session to visit.`);
const visits = await inParallel(2, pages, visit);
await browser.close();

let count = 0;
for (const { page, dom, problems } of visits) {
  console.log(`${String(dom).padStart(4)} elements  ${page.role.padEnd(14)} ${page.path}`);
  count += problems.length;
  for (const problem of problems) console.log(`  - ${problem}`);
}
console.log(`\n${pages.length} pages behind a session, ${count} problems`);
process.exit(count === 0 ? 0 : 1);

/** Some pages of each shape, the first role that reaches one visits it. */
async function pagesOfEveryRole() {
  const seen = new Map();
  const chosen = [];
  for (const language of ['fr', 'en']) {
    for (const role of ROLES) {
      const cookie = await signIn(role);
      const waiting = [`/${language}/${SCOPE}/espace`];
      const known = new Set(waiting);
      while (waiting.length > 0) {
        const path = waiting.shift();
        const shape = `${language} ${shapeOf(path)}`;
        const visited = seen.get(shape) ?? 0;
        // The space itself is another page for each role.
        if (visited >= SAMPLES && !path.endsWith('/espace')) continue;
        const answer = await fetch(options.base + path, { headers: { cookie }, redirect: 'manual' });
        const body = await answer.text();
        const isHtml = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
        if (answer.status !== 200 || !isHtml) continue;
        seen.set(shape, visited + 1);
        chosen.push({ role, path, cookie, status: 200 });
        for (const next of linksInside(body, language)) {
          if (!known.has(next)) waiting.push(next);
          known.add(next);
        }
      }
    }
  }
  return chosen;
}

/** The cookie of a session. */
async function signIn(name) {
  const body = new URLSearchParams({ courriel: `${name}@valmorel.example`, motdepasse: passphrase });
  const answer = await fetch(`${options.base}/fr/${SCOPE}/connexion`, { method: 'POST', body, redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`${name} cannot sign in: ${answer.status}`);
  return cookie;
}

function linksInside(body, language) {
  const links = [...body.matchAll(/href="([^"#]+)/g)].map(([, link]) => link.replaceAll('&amp;', '&'));
  return links.filter((link) => {
    const [, tag, scope, word] = link.split(/[/?]/);
    return tag === language && scope === SCOPE && INSIDE.includes(word);
  });
}

/** The address without what names one record, tool, file or person. */
function shapeOf(path) {
  const [address, query] = path.split('?');
  const words = address.split('/').slice(3);
  const isName = (word, place) => {
    // A text has a family, then a name, then a language or an entry.
    if (words[0] === 'textes') return place > 1;
    return place === 1 && words[0] !== 'espace' && !FIXED.includes(word);
  };
  const named = words.map((word, place) => (isName(word, place) ? '*' : word));
  return named.join('/') + (query === undefined ? '' : '?');
}

async function visit(page) {
  try {
    const problems = await refusedOutside(page);
    const seen = await examine(browser, axe, options.base, page);
    const scriptless = await examineWithoutScript(browser, options.base, page);
    const body = await (await fetch(options.base + page.path, { headers: { cookie: page.cookie } })).text();
    if (/<script|\son[a-z]+="|\[[a-z]+(?:-[a-z]+)+\]/.test(body)) problems.push('a script, or a word that is missing');
    const dom = (body.match(/<[a-z]/g) ?? []).length;
    if (dom > ELEMENTS_MAX) problems.push(`budget: ${dom} elements, at most ${ELEMENTS_MAX}`);
    return { page, dom, problems: [...problems, ...seen.problems, ...scriptless] };
  } catch (error) {
    return { page, dom: 0, problems: [`the visit failed: ${error.message}`] };
  }
}

/** Whoever has not signed in is led to the sign-in, whatever the page. */
async function refusedOutside({ path }) {
  const answer = await fetch(options.base + path, { redirect: 'manual' });
  const to = answer.headers.get('location') ?? '';
  return answer.status === 303 && to.includes('/connexion?vers=') ? [] : [`without a session: ${answer.status} ${to}`];
}
