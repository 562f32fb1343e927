// Goes through the product as people do, from a declaration to a published summary: links and buttons by
// their names, fields by their labels, first with scripts off, then on.

import { mkdirSync } from 'node:fs';

import { passphraseIn, readArguments } from './arguments.mjs';
import { openBrowser } from './chromium.mjs';
import { Cast } from './flow/cast.mjs';
import { decide } from './flow/decide.mjs';
import { declare } from './flow/declare.mjs';
import { review } from './flow/opinions.mjs';
import { change, publish } from './flow/publish.mjs';
import { report } from './flow/report.mjs';
import { Tally } from './flow/tally.mjs';
import { examineTool } from './flow/tools.mjs';

const options = readArguments('chromium', 'tools', 'log');
const { base, shots } = options;
const passphrase = passphraseIn(options.log);
if (shots !== undefined) mkdirSync(shots, { recursive: true });

const tally = new Tally();
const browser = await openBrowser(options);
for (const hasScript of [false, true]) await goThrough(hasScript);
await browser.close();

for (const problem of tally.problems) console.log(`\n${problem}`);
console.log(`\nflow: ${tally.total()}, ${tally.count} problems`);
process.exit(tally.count === 0 ? 0 : 1);

/** One pass, on a declaration, a tool and a message of its own. */
async function goThrough(hasScript) {
  const pass = hasScript ? 'with script' : 'without script';
  tally.begin(pass);
  const cast = new Cast({ pass, browser, base, hasScript, passphrase, tally, shots, pictures: 0 });
  const mark = `essai ${Date.now().toString(36)}`;

  const record = await part('declare', () => declare(cast, mark));
  if (record !== undefined) {
    await part('opinions', () => review(cast, record));
    await part('decision', () => decide(cast, record));
    await part('publication', () => publish(cast, record));
    await part('change', () => change(cast, record));
  }
  await part('tool', () => examineTool(cast, mark));
  await part('report', () => report(cast, mark));
  await part('sign out', () => cast.signOut());
  console.log(`flow ${pass}: ${tally.total(pass)}\n`);
}

/** A part that cannot go on is a problem, and the next one is tried. */
async function part(name, act) {
  tally.start(name);
  try {
    return await act();
  } catch (error) {
    tally.problem(name, `it stops there: ${error.message.split('\n')[0]}`, 'somebody');
  } finally {
    console.log(tally.end());
  }
}
