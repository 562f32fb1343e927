import assert from 'node:assert/strict';
import test from 'node:test';

import { offeredFacets, samples } from './pages.mjs';

test('the facets of a form are read from its controls', () => {
  const html = `<form><input id="q" name="q" type="search">
    <input type="checkbox" name="etat" value="pilot"> <input type=checkbox name=etat value=deployed checked>
    <select id="d" name="direction"><option value="">Toutes</option><option value="a&amp;b">A</option><option>B</option></select></form>`;
  assert.deepEqual(offeredFacets(html), [
    { name: 'etat', values: ['pilot', 'deployed'] },
    { name: 'direction', values: ['a&b', 'B'] },
  ]);
});

test('every chapter is visited once a language, and some of the rest', () => {
  const chapters = ['01-changes', '20-uses', '21-regulation', '40-glossary', '42-resources'];
  const rules = ['a', 'b', 'c', 'd'];
  const listed = ['fr', 'en'].flatMap((language) =>
    ['ensemble', 'ville'].flatMap((scope) => [
      ...chapters.map((chapter) => `/${language}/${scope}/rapport/${chapter}`),
      ...rules.map((rule) => `/${language}/${scope}/droit/${rule}`),
    ]),
  );
  const chosen = samples(listed, new Set(['ensemble', 'ville']));
  const of = (noun) => chosen.filter((path) => path.includes(`/${noun}/`)).length;
  assert.equal(of('rapport'), 2 * chapters.length);
  assert.equal(of('droit'), 2 * 3);
});
