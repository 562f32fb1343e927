// What a page weighs on the wire and in the tree, at a first visit and at the next one.

import { ecoindex } from './ecoindex.mjs';

/** Measures a page and collects what the browser complained about. */
export async function weigh(browser, base, page) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const tab = await context.newPage();
    const complaints = listen(tab, base + page.path, page.status);
    const traffic = await Traffic.of(context, tab);

    await tab.goto(base + page.path, { waitUntil: 'networkidle' });
    const first = traffic.take();
    const dom = await tab.evaluate(countElements);

    await tab.goto('about:blank');
    traffic.take();
    await tab.goto(base + page.path, { waitUntil: 'networkidle' });
    const repeat = traffic.take();

    const measured = { dom, requests: first.requests, bytes: first.bytes };
    return {
      weight: {
        kind: page.kind.kind,
        page: page.path,
        bytes: first.bytes,
        repeat_bytes: repeat.bytes,
        requests: first.requests,
        dom,
        ecoindex: Math.floor(ecoindex(measured) * 10) / 10,
      },
      problems: [...new Set(complaints)],
    };
  } finally {
    await context.close();
  }
}

/** One sentence for each limit of its kind that a page exceeds. */
export function excesses(weight, { limits }) {
  const problems = [];
  for (const name of ['bytes', 'repeat_bytes', 'requests', 'dom']) {
    if (limits[name] !== undefined && weight[name] > limits[name]) {
      problems.push(`budget: ${name} ${weight[name]}, at most ${limits[name]}`);
    }
  }
  if (limits.ecoindex !== undefined && weight.ecoindex < limits.ecoindex) {
    problems.push(`budget: EcoIndex ${weight.ecoindex}, at least ${limits.ecoindex}`);
  }
  return problems;
}

/** What went over the network since the last look, as the browser's own protocol tells it. */
class Traffic {
  #bytes = 0;
  #requests = new Set();

  static async of(context, tab) {
    const traffic = new Traffic();
    const session = await context.newCDPSession(tab);
    session.on('Network.requestWillBeSent', (event) => traffic.#ask(event));
    session.on('Network.requestServedFromCache', (event) => {
      traffic.#requests.delete(event.requestId);
    });
    session.on('Network.loadingFinished', (event) => {
      traffic.#bytes += event.encodedDataLength;
    });
    await session.send('Network.enable');
    return traffic;
  }

  #ask({ requestId, request, redirectResponse }) {
    if (!request.url.startsWith('http')) return;
    if (redirectResponse !== undefined) {
      this.#bytes += redirectResponse.encodedDataLength;
      this.#requests.add(`${requestId} to ${request.url}`);
    }
    this.#requests.add(requestId);
  }

  take() {
    const taken = { bytes: this.#bytes, requests: this.#requests.size };
    this.#bytes = 0;
    this.#requests.clear();
    return taken;
  }
}

/** Chromium notes a page's own 404 as an error: expected where we asked for one. */
function listen(tab, address, status) {
  const complaints = [];
  tab.on('console', (message) => {
    const isOwnStatus = status >= 400 && message.location().url === address;
    if (message.type() === 'error' && !isOwnStatus) complaints.push(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  return complaints;
}

function countElements() {
  const all = document.querySelectorAll('*').length;
  return all - document.querySelectorAll('svg *').length;
}
