// The people of the walk: each signs in once, by the way that pages show, and stays signed in.

import { Person } from './person.mjs';

/** The authority whose demonstration the walk goes through. */
export const HOME = '/fr/metropole-valmorel/';

export class Cast {
  #walk;
  #people = new Map();

  constructor(walk) {
    this.#walk = walk;
  }

  /** Somebody at their own space. */
  async at(name) {
    if (!this.#people.has(name)) this.#people.set(name, await this.#signedIn(name));
    const person = this.#people.get(name);
    if (!person.path.endsWith('/espace')) await person.follow('Espace de travail', 'header');
    return person;
  }

  /** Somebody of the public at the first page: no session, no cookie. */
  async visitor(name = 'visitor') {
    const visitor = await Person.enter(this.#walk, name);
    await visitor.open(HOME);
    return visitor;
  }

  async #signedIn(name) {
    const person = await this.visitor(name);
    await person.follow('Espace de travail', 'footer');
    await this.signIn(person);
    return person;
  }

  async signIn(person) {
    await person.fill('Adresse électronique professionnelle', `${person.who}@valmorel.example`);
    await person.fill('Mot de passe', this.#walk.passphrase);
    await person.press('Continuer');
    await person.reads('Votre espace');
  }

  /** Everybody signs out, which leaves no cookie. */
  async signOut() {
    for (const person of this.#people.values()) {
      await person.press('Se déconnecter', 'header');
      await person.hasNoCookie();
      await person.leave();
    }
    this.#people.clear();
  }
}
