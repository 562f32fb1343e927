// A tool from the day somebody asks for it to the day it is taken out.

import { sendWithMistake } from './mistake.mjs';
import { dayIn } from './words.mjs';

const NEED = 'Résumer les comptes rendus de la commission des travaux.';
const USERS = 'Secrétariat des assemblées';
const NOTE = 'À revoir de vive voix avec le fournisseur';
const ASKED = ['Délégué·e à la protection des données', 'Sécurité des systèmes d’information'];
const ACT = 'Note de service n° 43';
const CHANGE = 'Les documents déposés sont gardés un an.';
const REASON = 'Le fournisseur ferme le service.';

export async function examineTool(cast, mark) {
  const name = `Brume, ${mark}`;
  await request(cast, name);
  await askForOpinions(cast, name);
  await giveOpinions(cast, name);
  await approve(cast, name);
  await noteChange(cast, name);
  await withdraw(cast, name);
}

async function request(cast, name) {
  const agent = await cast.at('agent');
  await agent.follow('Outils');
  await agent.follow('Demander un outil');
  await agent.fill('Nom de l’outil ou de la fonction', name);
  await agent.fill('Pour quoi faire', NEED);
  await agent.fill('Qui s’en servirait', USERS);
  await agent.pick('Données publiques', 'Quelles données y entreraient');
  await agent.pick('Données internes', 'Quelles données y entreraient');
  await agent.fill('Adresse du site de l’outil', 'http://brume.example');
  await sendWithMistake(agent, 'Envoyer la demande', {
    says: 'https://',
    keeps: { 'Nom de l’outil ou de la fonction': name, 'Pour quoi faire': NEED, 'Qui s’en servirait': USERS },
    picked: { 'Quelles données y entreraient': ['Données publiques', 'Données internes'] },
  });
  await agent.fill('Adresse du site de l’outil', 'https://brume.example');
  await agent.press('Envoyer la demande');
  await agent.reads(name, 'À l’examen', NEED, USERS);
}

async function askForOpinions(cast, name) {
  const lead = await cast.at('pilote');
  await lead.reads('Outils demandés');
  await lead.follow(name);
  await lead.follow('Demander des avis');
  for (const asked of ASKED) await lead.pick(asked, 'Qui doit donner un avis ?');
  await lead.fill('Avis attendus pour le', dayIn(14));
  await lead.press('Demander');
  await lead.reads(name, ...ASKED);
}

/** Every function that the tool waits for speaks, in whatever number the rules have set. */
async function giveOpinions(cast, name) {
  for (let given = 0; given < ASKED.length + 6; given += 1) {
    const reviewer = await cast.at('relecteur');
    if (!(await reviewer.sees(name))) break;
    await reviewer.follow(name);
    if (given === 0) await reviewer.reads('Pas encore d’avis');
    await reviewer.choose('Au nom de quelle fonction ?', await nextFunction(reviewer));
    await reviewer.pick('Réservé', 'Dans quel sens ?');
    await reviewer.fill('Note interne', NOTE);
    if (given === 0) {
      await sendWithMistake(reviewer, 'Donner mon avis', {
        says: 'Dites pourquoi',
        keeps: { 'Note interne': NOTE },
        picked: { 'Dans quel sens ?': 'Réservé' },
      });
    }
    await reviewer.fill('Pourquoi, en une ou deux phrases', 'Le lieu d’hébergement n’est pas dit.');
    await reviewer.press('Donner mon avis');
    await reviewer.reads('Réservé', 'Le lieu d’hébergement n’est pas dit.', NOTE);
  }
}

/** The first function of those awaited, as the cards of the page name them. */
async function nextFunction(reviewer) {
  const offered = await reviewer.optionsOf('Au nom de quelle fonction ?');
  const cards = (await reviewer.text('Les avis')).split('Pas encore d’avis').slice(1).join('\n');
  return offered.find((option) => option !== '' && cards.includes(option)) ?? offered.at(-1);
}

/** Approved within limits, which have an end. */
async function approve(cast, name) {
  const decider = await cast.at('decideur');
  await decider.reads('Outils à décider');
  await decider.follow(name);
  await sendWithMistake(decider, 'Décider', { says: 'Dites ce que vous décidez' });
  await decider.pick('Admis à l’essai', 'Que décidez-vous ?');
  await decider.fill('En quelle qualité', 'Directrice générale des services');
  await decider.fill('Acte', ACT);
  await decider.pick('Données publiques', 'Données admises');
  await decider.pick('Données internes', 'Données admises');
  await decider.pick('Résumer', 'Tâches admises');
  await decider.fill('À revoir le', dayIn(90));
  await sendWithMistake(decider, 'Décider', {
    says: 'Donnez une date de fin à venir',
    keeps: { Acte: ACT, 'À revoir le': dayIn(90) },
    picked: {
      'Que décidez-vous ?': 'Admis à l’essai',
      'Données admises': ['Données publiques', 'Données internes'],
      'Tâches admises': 'Résumer',
    },
  });
  await decider.fill('Jusqu’au', dayIn(180));
  await decider.press('Décider');
  await decider.reads('Admis à l’essai', ACT, 'Données publiques', 'Résumer');
}

/** A new version: what was decided on the one before no longer stands. */
async function noteChange(cast, name) {
  const lead = await cast.at('pilote');
  await lead.follow('Outils');
  await lead.follow(name);
  await lead.pick('Une nouvelle version', 'Qu’est-ce qui a changé ?');
  await lead.fill('Ce qui change, en une ou deux phrases', CHANGE);
  await sendWithMistake(lead, 'Noter ce changement', {
    says: 'Donnez le nom de la version',
    keeps: { 'Ce qui change, en une ou deux phrases': CHANGE },
    picked: { 'Qu’est-ce qui a changé ?': 'Une nouvelle version' },
  });
  await lead.fill('Nom de la version', '2');
  await lead.press('Noter ce changement');
  await lead.reads('Cette décision ne tient plus', CHANGE, 'À l’examen');
  await cast.at('pilote');
  await lead.reads('Outils à examiner de nouveau', name);
}

/** It is taken out with its reason, and the agent who asked for it reads so. */
async function withdraw(cast, name) {
  const lead = await cast.at('pilote');
  await lead.follow('Outils');
  await lead.follow(name);
  await sendWithMistake(lead, 'Retirer', { says: 'Donnez le motif du retrait' });
  await lead.fill('Motif', REASON);
  await lead.fill('Ce qui le remplace', 'Plume');
  await lead.press('Retirer');
  await lead.reads('Retiré', REASON, 'Plume');
  const agent = await cast.at('agent');
  await agent.follow('Outils');
  await agent.follow(name);
  await agent.reads('Retiré', REASON, 'Plume');
}
