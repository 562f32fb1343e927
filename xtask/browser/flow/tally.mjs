// What a walk through the product cost, part by part, and what went wrong on the way.

/** Counts pages, clicks and seconds; keeps each problem once, with who met it and in which pass. */
export class Tally {
  #parts = [];
  #problems = new Map();
  #pass;

  /** All that follows belongs to a pass, until the next one. */
  begin(pass) {
    this.#pass = pass;
  }

  start(name) {
    this.#parts.push({ pass: this.#pass, name, pages: 0, clicks: 0, seconds: 0, since: performance.now() });
  }

  /** Ends the part and returns its line. */
  end() {
    const part = this.#current;
    part.seconds = (performance.now() - part.since) / 1000;
    return `${part.pass}, ${part.name}: ${figures(part)}`;
  }

  page() {
    this.#current.pages += 1;
  }

  click() {
    this.#current.clicks += 1;
  }

  problem(where, what, who) {
    const told = `${where}\n  - ${what}`;
    const met = this.#problems.get(told) ?? { people: new Set(), passes: new Map() };
    met.people.add(who);
    met.passes.set(this.#pass, (met.passes.get(this.#pass) ?? 0) + 1);
    this.#problems.set(told, met);
  }

  /** Each problem, with who met it and how often in each pass. */
  get problems() {
    return [...this.#problems].map(([told, { people, passes }]) => {
      const times = [...passes].map(([pass, count]) => `${count} ${pass}`);
      return `${told}\n    met by ${[...people].join(', ')}: ${times.join(', ')}`;
    });
  }

  get count() {
    return this.#problems.size;
  }

  /** What a pass took, or all of them. */
  total(pass) {
    const sum = { pages: 0, clicks: 0, seconds: 0 };
    for (const part of this.#parts) {
      if (pass !== undefined && part.pass !== pass) continue;
      for (const key of Object.keys(sum)) sum[key] += part[key];
    }
    return figures(sum);
  }

  get #current() {
    return this.#parts.at(-1);
  }
}

function figures({ pages, clicks, seconds }) {
  return `${pages} pages, ${clicks} clicks, ${seconds.toFixed(1)} seconds`;
}
