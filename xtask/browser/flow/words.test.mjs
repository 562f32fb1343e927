import assert from 'node:assert/strict';
import test from 'node:test';

import { beginsWith, dayIn, dayWritten, linesOnlyIn, missingWords, plain, shape } from './words.mjs';

test('spaces of any width are one', () => {
  assert.equal(plain('  Quel\u202foutil\u00a0?\n'), 'Quel outil ?');
});

test('a field is known by how its label begins', () => {
  const check = (words, label, expected) => assert.equal(beginsWith(words).test(label), expected);
  check('Pour quand ?', 'Pour quand\u00a0? Format : jour/mois/année.', true);
  check('Acte', 'Acte Délibération, arrêté.', true);
  check('Acte', 'Actes', false);
  check('Conditions (a)', 'Conditions (a) b', true);
});

test('a word that is missing is seen, a reference in brackets is not', () => {
  assert.deepEqual(missingWords('<p>[space-link] [space-link] [todo-due]</p>'), ['[space-link]', '[todo-due]']);
  assert.deepEqual(missingWords('<p>[1] [a] VAL-001 [VAL-001]</p>'), []);
});

test('two pages are compared line by line', () => {
  assert.deepEqual(linesOnlyIn('a\nb  c\n\nd', 'b c\nd'), ['a']);
});

test('days are written as forms take them and as pages say them', () => {
  const now = new Date('2026-12-29T23:30:00Z');
  assert.equal(dayIn(2, now), '01/01/2027');
  assert.equal(dayWritten(2, now), '1er janvier 2027');
  assert.equal(dayWritten(1, now), '31 décembre 2026');
});

test('the same page of two walks is one page', () => {
  const check = (path, expected) => assert.equal(shape(path), expected);
  check('/fr/metropole-valmorel/', '/');
  check('/fr/valmorel/declarer/01a229f1-ae0a-74e1-b99b-3f33bf32c694/4', '/declarer/*/4');
  check('/fr/valmorel/outils/brume_2/avis', '/outils/*/avis');
  check('/fr/valmorel/outils/demander', '/outils/demander');
  check('/fr/valmorel/messages/m-105538fa', '/messages/*');
  check('/fr/valmorel/dossier/val-027/a-faire?numero=1', '/dossier/val-*/a-faire?numero=1');
  check('/fr/valmorel/registre?q=essai+x&direction=', '/registre?q=*&direction=');
});
