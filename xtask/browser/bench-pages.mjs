// Prints the pages that `cargo xtask bench web` loads: a name, a tab, a path.

import { readArguments } from './arguments.mjs';
import { searchWithFacets, sitemapPaths } from './pages.mjs';
import { placeOf } from './shapes.mjs';

const { base } = readArguments();
const paths = await sitemapPaths(base);
const first = (isWanted) => paths.find((path) => isWanted(placeOf(path)));

const register = first(({ noun, depth }) => noun === 'registre' && depth === 3);
const search = register && (await searchWithFacets(base, register));
const pages = {
  home: first(({ depth }) => depth === 2) ?? '/',
  record: first(({ noun }) => noun === 'fiche'),
  [`search, ${facetsOf(search)} facets`]: search,
};
for (const [name, path] of Object.entries(pages)) {
  if (path !== undefined) console.log(`${name}\t${path}`);
}

/** How many facets a search really uses: a register may offer fewer than asked. */
function facetsOf(path = '') {
  const keys = new Set(new URL(path, base).searchParams.keys());
  keys.delete('q');
  return keys.size;
}
