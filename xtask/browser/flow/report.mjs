// A problem is reported from outside, answered inside, read by its sender with a number and a word, and told
// to everybody in other words.

import { HOME } from './cast.mjs';
import { sendWithMistake } from './mistake.mjs';

const RECORD = 'Répondre aux questions courantes sur le site';
const INCIDENT = 'Signaler un incident';
const ANSWER = 'L’horaire est corrigé. La mission données.';

/** What only the sender and the lead may read. */
const written = (mark) => `L’assistant a donné un horaire de l’an dernier, ${mark}.`;
const told = (mark) => `Un horaire faux a été donné. Les horaires viennent maintenant de l’annuaire (${mark}).`;

export async function report(cast, mark) {
  const sender = await cast.visitor('sender');
  await forget(sender, mark);
  const kept = await send(sender, mark);
  await miss(sender, kept);
  await follow(sender, kept, 'Personne ne s’en occupe encore');
  await answer(cast, kept, mark);
  await follow(sender, kept, 'Une réponse est là');
  await sender.reads(ANSWER);
  await summarise(cast, kept, mark);
  await follow(sender, kept, 'Un résumé en a été rendu public');
  await everybodyReads(cast, kept, mark);
  await close(cast, kept);
  await follow(sender, kept, 'Terminé');
  await sender.hasNoCookie();
  await sender.leave();
}

/** First from the foot of the page, without saying why one writes. */
async function forget(sender, mark) {
  await sender.follow('Signaler un problème', 'footer');
  await sender.fill('Fiche concernée', 'VAL-006');
  await sender.fill('Votre message', written(mark));
  await sendWithMistake(sender, 'Envoyer le message', {
    says: 'Choisissez pourquoi vous écrivez',
    keeps: { 'Fiche concernée': 'VAL-006', 'Votre message': written(mark) },
  });
}

/** Then from the page of the record, which the form knows; what the sender keeps. */
async function send(sender, mark) {
  await sender.follow('Registre', 'header');
  await sender.fill('Chercher', 'horaires');
  await sender.press('Appliquer');
  await sender.follow(RECORD);
  await sender.follow('Signaler un problème sur cette fiche');
  const about = await sender.valueOf('Fiche concernée');
  if (about !== 'VAL-006') sender.wrong(`the form was reached from VAL-006 and says “${about}”`);
  await sender.pick(INCIDENT, 'Vous écrivez pour');
  await sender.fill('Votre message', written(mark));
  await sender.press('Envoyer le message');
  const text = await sender.text();
  const number = text.match(/M-[0-9A-F]{8}/)?.[0];
  const word = text.match(/\b[a-z]{4}(?:-[a-z]{4}){4}\b/)?.[0];
  if (number === undefined || word === undefined) throw new Error('no number and word were given');
  return { number, word };
}

/** A wrong word opens nothing. */
async function miss(sender, kept) {
  await sender.follow('Suivre un message');
  await sender.fill('Numéro', kept.number);
  await sender.fill('Mot', 'bako-bako-bako-bako-bako');
  await sendWithMistake(sender, 'Lire', {
    says: 'Aucun message ne porte ce numéro avec ce mot',
    keeps: { Numéro: kept.number },
  });
  await sender.readsNot(INCIDENT);
}

/** The number and the word open where the message stands, and its answer. */
async function follow(sender, kept, expected) {
  await sender.open(HOME);
  await sender.follow('Signaler un problème', 'footer');
  await sender.follow('Suivre un message');
  await sender.fill('Numéro', kept.number);
  await sender.fill('Mot', kept.word);
  await sender.press('Lire');
  await sender.reads(kept.number, expected);
  await sender.hasNoCookie();
}

async function open(cast, kept) {
  const lead = await cast.at('pilote');
  await lead.follow('Messages');
  await lead.followWith(kept.number);
  return lead;
}

async function answer(cast, kept, mark) {
  const lead = await open(cast, kept);
  await lead.reads(written(mark));
  await lead.press('S’en occuper');
  await lead.reads('En cours');
  await sendWithMistake(lead, 'Enregistrer la réponse', { says: 'Écrivez la réponse' });
  await lead.fill('Votre réponse', ANSWER);
  await lead.press('Enregistrer la réponse');
  await lead.reads('Répondu');
}

/** The summary is another text; a name in it is pointed out before anything is public. */
async function summarise(cast, kept, mark) {
  const lead = await open(cast, kept);
  await lead.press('Rattacher');
  await lead.reads('Ouvrir le dossier');
  await lead.fill('Ce que chacun pourra lire', 'Un horaire faux signalé par M. Martin.');
  await lead.press('Enregistrer le résumé', 'main', 422);
  await lead.reads('M. Martin');
  await lead.fill('Ce que chacun pourra lire', told(mark));
  await lead.press('Enregistrer le résumé');
  await lead.reads('Public depuis le', told(mark));
}

async function everybodyReads(cast, kept, mark) {
  const visitor = await cast.visitor();
  await visitor.follow('Signaler un problème', 'footer');
  await visitor.follow('Ce qui a été signalé');
  await visitor.reads(told(mark));
  await visitor.readsNot(written(mark), kept.number, ANSWER);
  await visitor.follow(RECORD);
  await visitor.reads(told(mark));
  await visitor.readsNot(written(mark), kept.number, ANSWER);
  await visitor.hasNoCookie();
  await visitor.leave();
}

async function close(cast, kept) {
  const lead = await open(cast, kept);
  await lead.press('Clore');
  await lead.reads('Clos');
}
