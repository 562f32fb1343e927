// Which pages to visit: some of each shape that the sitemap lists, every chapter of the report once a
// language, and the extra pages.

import { readFileSync } from 'node:fs';

import { authoritiesOf, kindOf, placeOf, shapeOf } from './shapes.mjs';

/** How many pages of one shape are visited. Records vary most. */
const SAMPLES = 3;
const SAMPLES_OF_RECORDS = 6;

/** The pages to visit: `{path, kind, shape, status}`. */
export async function choosePages(base) {
  const listed = await sitemapPaths(base);
  const authorities = authoritiesOf(listed);
  const chosen = samples(listed, authorities).map((path) => ({ path, status: 200 }));
  chosen.push(...(await extraPages(base, listed)));
  return chosen.map((page) => ({
    ...page,
    kind: kindOf(page.path, authorities),
    shape: shapeOf(page.path, authorities),
  }));
}

/** Some paths of each shape; no two chapters of a report are alike, so each is taken once. */
export function samples(listed, authorities) {
  const counts = new Map();
  return listed.filter((path) => {
    const { noun, depth } = placeOf(path);
    const isChapter = noun === 'rapport' && depth > 3;
    const shape = shapeOf(path, authorities);
    const alike = isChapter ? `${shape} ${path.split('/').at(-1)}` : shape;
    const count = counts.get(alike) ?? 0;
    counts.set(alike, count + 1);
    if (isChapter) return count === 0;
    return count < (noun === 'fiche' ? SAMPLES_OF_RECORDS : SAMPLES);
  });
}

/** Every path of the sitemap, in its order, whatever host it was written for. */
export async function sitemapPaths(base, path = '/sitemap.xml') {
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  const xml = await answer.text();
  const paths = [];
  for (const [, address] of xml.matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)) {
    const url = new URL(address.replaceAll('&amp;', '&'), base);
    const inner = url.pathname + url.search;
    if (inner.endsWith('.xml')) paths.push(...(await sitemapPaths(base, inner)));
    else paths.push(inner);
  }
  if (paths.length === 0) throw new Error(`${path} lists no page`);
  return [...new Set(paths)];
}

async function extraPages(base, listed) {
  const text = readFileSync(new URL('extra-pages.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const pages = [];
  for (const line of lines) {
    const [pattern, note] = line.trim().split(/\s+/);
    for (const path of await expand(base, listed, pattern)) {
      if (note === 'optional' && (await fetch(base + path)).status === 404) continue;
      pages.push({ path, status: Number(note) || 200 });
    }
  }
  return pages;
}

async function expand(base, listed, pattern) {
  if (pattern === '{search}') {
    const searches = registers(listed).map((register) => searchWithFacets(base, register));
    return (await Promise.all(searches)).filter((path) => path !== undefined);
  }
  if (pattern.startsWith('{registre}')) {
    return registers(listed).map((register) => pattern.replace('{registre}', register));
  }
  return [pattern];
}

/** The first register of each language, that of an authority rather than that of all. */
function registers(listed) {
  const found = new Map();
  for (const path of listed) {
    const { language, noun, depth } = placeOf(path);
    if (noun === 'registre' && depth === 3 && !found.has(language)) found.set(language, path);
  }
  return [...found.values()];
}

/**
 * A search in a register with a word and one value of three of its facets, as its form offers them;
 * one that finds something, if the first values allow it.
 */
export async function searchWithFacets(base, register) {
  const facets = offeredFacets(await (await fetch(base + register)).text()).slice(0, 3);
  if (facets.length === 0) return undefined;
  let fallback;
  for (const word of ['données', 'data', '']) {
    for (const values of combinations(facets)) {
      const query = new URLSearchParams(values);
      if (word !== '') query.set('q', word);
      const path = `${register}?${query}`;
      fallback ??= path;
      if ((await (await fetch(base + path)).text()).includes('/fiche/')) return path;
    }
  }
  return fallback;
}

/** The facets of the form: `{name, values}`, from its checkboxes, radio buttons and lists. */
export function offeredFacets(html) {
  const facets = new Map();
  const add = (name, value) => {
    if (!name || !value) return;
    if (!facets.has(name)) facets.set(name, []);
    facets.get(name).push(value);
  };
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    if (['checkbox', 'radio'].includes(attribute(tag, 'type'))) {
      add(attribute(tag, 'name'), attribute(tag, 'value'));
    }
  }
  for (const [, opening, body] of html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    for (const [, option, text] of body.matchAll(/(<option\b[^>]*>)([^<]*)/g)) {
      add(attribute(opening, 'name'), attribute(option, 'value') ?? text.trim());
    }
  }
  return [...facets].map(([name, values]) => ({ name, values }));
}

function attribute(tag, name) {
  const value = tag.match(new RegExp(`\\s${name}=("([^"]*)"|'([^']*)'|([^\\s>]+))`));
  return (value?.[2] ?? value?.[3] ?? value?.[4])?.replaceAll('&amp;', '&');
}

function* combinations([facet, ...rest]) {
  for (const value of facet.values.slice(0, 4)) {
    if (rest.length === 0) yield [[facet.name, value]];
    else for (const others of combinations(rest)) yield [[facet.name, value], ...others];
  }
}
