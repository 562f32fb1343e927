import assert from 'node:assert/strict';
import test from 'node:test';

import { Tally } from './tally.mjs';

test('a problem met in both passes is one problem', () => {
  const tally = new Tally();
  for (const pass of ['without script', 'with script']) {
    tally.begin(pass);
    tally.start('declare');
    tally.page();
    tally.click();
    tally.problem('/declarer', 'no h1', 'agent');
    tally.end();
  }
  tally.problem('/declarer', 'no h1', 'pilote');
  assert.equal(tally.count, 1);
  assert.deepEqual(tally.problems, [
    '/declarer\n  - no h1\n    met by agent, pilote: 1 without script, 2 with script',
  ]);
  assert.match(tally.total(), /^2 pages, 2 clicks, /);
  assert.match(tally.total('with script'), /^1 pages, 1 clicks, /);
});
