import assert from 'node:assert/strict';
import test from 'node:test';

import { offeredFacets } from './pages.mjs';

test('the facets of a form are read from its controls', () => {
  const html = `<form><input id="q" name="q" type="search">
    <input type="checkbox" name="etat" value="pilot"> <input type=checkbox name=etat value=deployed checked>
    <select id="d" name="direction"><option value="">Toutes</option><option value="a&amp;b">A</option><option>B</option></select></form>`;
  assert.deepEqual(offeredFacets(html), [
    { name: 'etat', values: ['pilot', 'deployed'] },
    { name: 'direction', values: ['a&b', 'B'] },
  ]);
});
