// Somebody in front of a browser: reads names and labels, clicks, types, and notes what is wrong.

import { join } from 'node:path';

import { complaints, faultsOf } from './seen.mjs';
import { beginsWith, plain, shape } from './words.mjs';

const PATIENCE_MS = 10_000;

export class Person {
  #walk;
  #complaints;

  /** Opens a browser of their own, without anything left from others. */
  static async enter(walk, who) {
    const context = await walk.browser.newContext({
      javaScriptEnabled: walk.hasScript,
      locale: 'fr-FR',
      viewport: { width: 1280, height: 900 },
    });
    const tab = await context.newPage();
    tab.setDefaultTimeout(PATIENCE_MS);
    return new Person(walk, who, tab);
  }

  constructor(walk, who, tab) {
    this.who = who;
    this.tab = tab;
    this.#walk = walk;
    this.#complaints = complaints(tab);
  }

  get path() {
    const { pathname, search } = new URL(this.tab.url());
    return pathname + search;
  }

  // Going from page to page.

  /** Types an address; all the rest is reached by links. */
  async open(path) {
    await this.#load(() => this.tab.goto(this.#walk.base + path));
  }

  async follow(name, within = 'main') {
    await this.#load(() => this.#click(this.#link(name, within)));
  }

  /** Follows the link that has these words anywhere in its name. */
  async followWith(words) {
    await this.#load(() => this.#click(this.#place('main').getByRole('link', { name: words }).first()));
  }

  /** Goes back to the page before, as it was left. */
  async back() {
    await this.#load(() => this.tab.goBack());
  }

  /** Presses a button that leads to a page; the status says whether its form was taken. */
  async press(name, within = 'main', status = 200) {
    const button = this.#place(within).getByRole('button', { name: beginsWith(name) });
    await this.#load(() => this.#click(button), status);
  }

  async leave() {
    await this.tab.context().close();
  }

  // Filling forms.

  async fill(label, text) {
    await this.#field(label).fill(text);
  }

  /** Ticks a box or a radio button, under a legend if there is one. */
  async pick(label, legend) {
    if (!(await this.isPicked(label, legend))) await this.#click(this.#choice(label, legend));
  }

  isPicked(label, legend) {
    return this.#choice(label, legend).isChecked();
  }

  async choose(label, option) {
    const field = this.#field(label);
    const offered = await field.locator('option').allTextContents();
    const found = offered.find((text) => plain(text) === option);
    if (found === undefined) throw new Error(`“${label}” does not offer “${option}”`);
    this.#walk.tally.click();
    await field.selectOption({ label: found });
  }

  async optionsOf(label) {
    return (await this.#field(label).locator('option').allTextContents()).map(plain);
  }

  /** What a field holds, as it is read. */
  async valueOf(label) {
    const field = this.#field(label);
    const [option] = await field.locator('option:checked').allTextContents();
    return plain(option ?? (await field.inputValue()));
  }

  /** Whether the page asks a question of several choices. */
  async asks(legend) {
    return (await this.#group(legend).count()) > 0;
  }

  // Reading.

  async sees(link) {
    return (await this.#link(link, 'main').count()) > 0;
  }

  /** The words of the page, or of one part of it. */
  async text(within = 'main') {
    return (await this.#place(within).allInnerTexts()).join('\n');
  }

  /** Notes what the page should say and does not. */
  async reads(...expected) {
    const text = plain(await this.text());
    for (const words of expected) if (!text.includes(plain(words))) this.wrong(`the page does not say “${words}”`);
  }

  /** Notes what nobody should read here: neither on the page nor under it. */
  async readsNot(...forbidden) {
    const source = plain(await this.tab.content());
    for (const words of forbidden) if (source.includes(plain(words))) this.wrong(`the page tells “${words}”`);
  }

  /** Both are there, and the first comes before the other. */
  async readsBefore(first, other) {
    const text = plain(await this.text());
    const [place, next] = [first, other].map((words) => text.indexOf(plain(words)));
    if (place < 0 || next < place) this.wrong(`“${first}” does not come before “${other}”`);
  }

  async hasNoCookie() {
    for (const { name } of await this.tab.context().cookies()) this.wrong(`a cookie is kept: ${name}`);
  }

  /** Notes a problem of the page. */
  wrong(what) {
    this.#walk.tally.problem(shape(this.path), what, this.who);
  }

  // How it is done.

  async #click(locator) {
    this.#walk.tally.click();
    await locator.click();
  }

  /** A page is loaded and examined, whatever led to it. */
  async #load(act, expected = 200) {
    const answered = this.tab.waitForResponse((answer) => this.#isPage(answer));
    const [response] = await Promise.all([answered, act()]);
    await this.tab.waitForLoadState('load');
    this.#walk.tally.page();
    const status = response.status();
    if (status !== expected) this.wrong(`HTTP status ${status}, ${expected} expected`);
    for (const problem of await faultsOf(this.tab)) this.wrong(problem);
    for (const problem of this.#complaints(status)) this.wrong(problem);
    if (this.#walk.shots !== undefined) await this.#photograph();
    if (status !== expected) throw new Error(`${this.who} cannot go on from ${shape(this.path)}`);
  }

  #isPage(answer) {
    const request = answer.request();
    const isRedirection = answer.status() >= 300 && answer.status() < 400;
    return request.isNavigationRequest() && request.frame() === this.tab.mainFrame() && !isRedirection;
  }

  async #photograph() {
    const number = String((this.#walk.pictures += 1)).padStart(3, '0');
    const words = `${this.#walk.pass} ${number} ${this.who} ${shape(this.path)}`;
    const name = words.replace(/[^a-z0-9]+/gi, '-').slice(0, 90);
    await this.tab.screenshot({ path: join(this.#walk.shots, `${name}.png`), fullPage: true });
  }

  /** A landmark of the page, or the section of its main part that has this heading. */
  #place(within) {
    if (['main', 'header', 'footer'].includes(within)) return this.tab.locator(within);
    const heading = this.tab.getByRole('heading', { name: beginsWith(within) });
    return this.tab.locator('main section').filter({ has: heading });
  }

  #link(name, within) {
    return this.#place(within).getByRole('link', { name: beginsWith(name) }).first();
  }

  #field(label) {
    const named = this.tab.locator('main').getByLabel(beginsWith(label));
    return named.and(this.tab.locator('input, select, textarea')).first();
  }

  #group(legend) {
    return this.tab.locator('main').getByRole('group', { name: beginsWith(legend) });
  }

  #choice(label, legend) {
    const place = legend === undefined ? this.tab.locator('main') : this.#group(legend);
    const name = beginsWith(label);
    return place.getByRole('radio', { name }).or(place.getByRole('checkbox', { name })).first();
  }
}
