// Every link of the visited pages leads somewhere, and every fragment to an element.

import { inParallel } from './parallel.mjs';

/** Follows each inner link once. `found` gives each page's path, expected status and links. */
export async function deadLinks(base, found) {
  const targets = gather(base, found);
  const told = await inParallel(4, [...targets], async ([address, { fragments, from, status }]) => {
    const problems = await follow(address, fragments, status);
    return problems.map((problem) => `${problem}\n      linked from: ${[...from].slice(0, 3).join(', ')}`);
  });
  return { count: targets.size, problems: told.flat() };
}

function gather(base, found) {
  const targets = new Map();
  for (const { path, status, links } of found) {
    for (const link of links) {
      const url = new URL(link);
      if (url.origin !== new URL(base).origin) continue;
      const fragment = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      if (!targets.has(url.href)) targets.set(url.href, { fragments: new Set(), from: new Set() });
      const target = targets.get(url.href);
      target.from.add(path);
      // The skip link of a page that answers 404 leads to a page that answers 404.
      if (url.pathname + url.search === path) target.status = status;
      if (fragment !== '' && fragment !== 'top' && !fragment.startsWith(':~:')) {
        target.fragments.add(fragment);
      }
    }
  }
  return targets;
}

async function follow(address, fragments, status = 200) {
  const path = address.slice(new URL(address).origin.length);
  let answer;
  try {
    answer = await fetch(address, { signal: AbortSignal.timeout(60_000) });
  } catch (error) {
    return [`link: ${path} does not answer (${error.message})`];
  }
  const isHtml = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  const body = await answer.text();
  const needsSignIn = answer.status === 401 || answer.status === 403;
  const isExpected = answer.status < 400 || answer.status === status || needsSignIn;
  if (!isExpected) return [`link: ${path} answers ${answer.status}`];
  if (!isHtml || needsSignIn) return [];
  const lost = [...fragments].filter((name) => !hasElement(body, name));
  return lost.map((name) => `link: ${path} has no element #${name}`);
}

function hasElement(html, id) {
  const escaped = id.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return [`id="${escaped}"`, `id='${escaped}'`, `id=${escaped} `, `id=${escaped}>`].some((text) =>
    html.includes(text),
  );
}
