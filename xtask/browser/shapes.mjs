// What an address says: `/{lang}/{authority}/{noun}/…`.

import { readFileSync } from 'node:fs';

/** The kinds of page with their limits; the first kind that claims a page has it. */
export const KINDS = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));

const NOUNS = new Set(KINDS.flatMap((kind) => kind.nouns));

/** The kind of a page, by its noun. Pages of prose weigh no more than a chapter. */
export function kindOf(path, authorities) {
  const { segments, noun } = parse(path);
  const [, authority] = segments;
  const last = segments.at(-1);
  const claimed = KINDS.find(
    (kind) => kind.last?.includes(last) || (noun !== undefined && kind.nouns.includes(noun)),
  );
  if (claimed !== undefined) return claimed;
  const isHome = segments.length <= 1 || (segments.length === 2 && authorities.has(authority));
  return KINDS.find((kind) => kind.kind === (isHome ? 'home' : 'text'));
}

/** What two pages of the same making have in common: language, noun and depth. */
export function shapeOf(path, authorities) {
  const { segments, noun, keys } = parse(path);
  const shape = segments.map((segment, index) => {
    if (index === 0 || segment === noun) return segment;
    if (index === 1) return authorities.has(segment) ? '*' : segment;
    return index === 2 ? segment : '*';
  });
  return `/${shape.join('/')}${keys.length > 0 ? `?${keys.join('&')}` : ''}`;
}

/** The authorities that a list of paths speaks of: those that have pages of their own. */
export function authoritiesOf(paths) {
  const named = paths.map((path) => parse(path).segments);
  return new Set(named.filter((segments) => segments.length >= 3).map(([, authority]) => authority));
}

/** The language and noun of a page. */
export function placeOf(path) {
  const { segments, noun } = parse(path);
  return { language: segments[0], noun, depth: segments.length };
}

function parse(path) {
  const url = new URL(path, 'http://localhost');
  const segments = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const noun = segments.slice(1, 3).find((segment) => NOUNS.has(segment)) ?? segments[2];
  return { segments, noun, keys: [...new Set(url.searchParams.keys())].sort() };
}
