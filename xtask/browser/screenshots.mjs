// Photographs one page of every shape, in both languages, colour schemes and widths.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { readArguments } from './arguments.mjs';
import { openBrowser } from './chromium.mjs';
import { choosePages } from './pages.mjs';

const options = readArguments('chromium', 'tools', 'out');
mkdirSync(options.out, { recursive: true });

const pages = new Map();
for (const page of await choosePages(options.base)) {
  if (!pages.has(page.shape)) pages.set(page.shape, page);
}

const browser = await openBrowser(options);
let count = 0;
for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    const viewport = { width, height: 800 };
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const tab = await context.newPage();
    for (const [shape, page] of pages) {
      await tab.goto(options.base + page.path, { waitUntil: 'load' });
      const name = `${fileName(shape)}-${width}-${colorScheme}.png`;
      await tab.screenshot({ path: join(options.out, name), fullPage: true });
      count += 1;
    }
    await context.close();
  }
}
await browser.close();
console.log(`${count} pictures of ${pages.size} pages in ${options.out}`);

function fileName(shape) {
  return shape.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'root';
}
