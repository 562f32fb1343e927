import assert from 'node:assert/strict';
import test from 'node:test';

import { ecoindex } from './ecoindex.mjs';

test('an empty page has the best score', () => {
  assert.equal(ecoindex({ dom: 0, requests: 0, bytes: 0 }), 100);
});

test('402 elements, 4 requests and 60 KB are just grade A', () => {
  assert.ok(ecoindex({ dom: 402, requests: 4, bytes: 60_000 }) > 80);
  assert.ok(ecoindex({ dom: 404, requests: 4, bytes: 60_000 }) < 80);
});

test('the heaviest page of all has the worst score', () => {
  assert.equal(ecoindex({ dom: 1e6, requests: 1e5, bytes: 1e12 }), 0);
});
