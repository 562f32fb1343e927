// Prints the pages that `cargo xtask bench web` loads: a name, a tab, a path.

import { readArguments } from './arguments.mjs';
import { searchWithFacets, sitemapPaths } from './pages.mjs';
import { placeOf } from './shapes.mjs';

const { base } = readArguments();
const paths = await sitemapPaths(base);
const first = (isWanted) => paths.find((path) => isWanted(placeOf(path)));

const register = first(({ noun, depth }) => noun === 'registre' && depth === 3);
const pages = {
  home: first(({ depth }) => depth === 2) ?? '/',
  record: first(({ noun }) => noun === 'fiche'),
  'search, 3 facets': register && (await searchWithFacets(base, register)),
};
for (const [name, path] of Object.entries(pages)) {
  if (path !== undefined) console.log(`${name}\t${path}`);
}
