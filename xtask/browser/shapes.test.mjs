import assert from 'node:assert/strict';
import test from 'node:test';

import { authoritiesOf, kindOf, shapeOf } from './shapes.mjs';

const authorities = authoritiesOf(['/fr/valmorel/registre', '/fr/a-propos']);

test('pages of the same making share a shape', () => {
  const check = (path, expected) => assert.equal(shapeOf(path, authorities), expected);
  check('/', '/');
  check('/fr/', '/fr');
  check('/fr/valmorel/', '/fr/*');
  check('/fr/a-propos', '/fr/a-propos');
  check('/fr/valmorel/fiche/VAL-001', '/fr/*/fiche/*');
  check('/en/valmorel/rapport/2/contexte', '/en/*/rapport/*/*');
  check('/fr/valmorel/registre?q=a&etat=b&etat=c', '/fr/*/registre?etat&q');
});

test('the noun gives the kind', () => {
  const check = (path, expected) => assert.equal(kindOf(path, authorities).kind, expected);
  check('/', 'home');
  check('/fr/valmorel/', 'home');
  check('/fr/valmorel/fiche/VAL-001', 'record');
  check('/fr/', 'home');
  check('/fr/no-such-page', 'text');
  check('/fr/registre', 'list');
  check('/fr/valmorel/rapport/2/contexte', 'chapter');
  check('/fr/valmorel/rapport/2/complet', 'whole-report');
  check('/fr/valmorel/ecoconception', 'text');
  check('/fr/valmorel/anything-else', 'text');
});
