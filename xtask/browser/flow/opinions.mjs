// Opinions are asked for in parallel and given one by one: an unfavourable one, conditions, and notes that
// stay inside.

import { sendWithMistake } from './mistake.mjs';
import { dayIn, dayWritten } from './words.mjs';

/** Days until opinions are due. */
const DUE = 21;

/** Functions that the reviewer speaks for, with what each one says. */
const OPINIONS = [
  {
    function: 'Délégué·e à la protection des données',
    sense: 'Défavorable',
    why: 'Les adresses suffisent à reconnaître une personne.',
    conditions: [],
  },
  {
    function: 'Sécurité des systèmes d’information',
    sense: 'Favorable avec réserves',
    why: 'Rien ne s’y oppose si les accès sont tenus.',
    conditions: ['un compte par agent', 'aucune pièce jointe'],
  },
  {
    function: 'Direction du numérique',
    sense: 'Favorable',
    why: 'L’outil est déjà exploité ici.',
    conditions: [],
  },
  {
    function: 'Ressources humaines et conditions de travail',
    sense: 'Réservé',
    why: 'La charge de relecture n’est pas mesurée.',
    conditions: [],
  },
  {
    function: 'Communication',
    sense: 'Favorable',
    why: 'Le ton reste celui du service.',
    conditions: [],
  },
  {
    function: 'Affaires juridiques',
    sense: 'Favorable',
    why: 'Aucune décision n’est prise par l’outil.',
    conditions: [],
  },
];
const STAFF = {
  function: 'Représentant·es du personnel',
  sense: 'Réservé',
  why: 'Les agents doivent être formés avant le début.',
  conditions: ['une demi-journée de formation'],
};

/** What each sense means, as its choice says: two senses begin with the same word. */
const MEANINGS = {
  Favorable: 'Favorable L’usage peut commencer',
  'Favorable avec réserves': 'Favorable avec réserves',
  Réservé: 'Réservé',
  Défavorable: 'Défavorable',
};

/** The note of a function, which nobody outside may ever read. */
export const noteOf = (opinion, record) => `Note interne de ${opinion.function}, ${record.mark}.`;

export const ALL_OPINIONS = [...OPINIONS, STAFF];

export async function review(cast, record) {
  await ask(cast, record);
  for (const [number, opinion] of OPINIONS.entries()) {
    const reviewer = await cast.at('relecteur');
    await reviewer.reads('Votre avis est attendu');
    await reviewer.follow(record.name);
    await reviewer.choose('Au nom de quelle fonction ?', opinion.function);
    await give(reviewer, opinion, record, number === 0);
  }
  const staff = await cast.at('representant');
  await staff.follow(record.name);
  await staff.reads(STAFF.function);
  await give(staff, STAFF, record, false);
  await staff.readsNot('Pas encore d’avis');
}

/** The lead asks; functions that the rules name are ticked already and cannot be left out. */
async function ask(cast, record) {
  const lead = await cast.at('pilote');
  await lead.follow('Les usages');
  await lead.follow(record.name);
  await lead.reads(record.reference);
  await lead.follow('Demander des avis');
  for (const opinion of ALL_OPINIONS) await lead.pick(opinion.function, 'Qui doit donner un avis ?');
  await lead.fill('Avis attendus pour le', '01/01/2020');
  await sendWithMistake(lead, 'Demander', {
    says: 'Donnez une date à venir',
    keeps: { 'Avis attendus pour le': '01/01/2020' },
    picked: { 'Qui doit donner un avis ?': ALL_OPINIONS.map((opinion) => opinion.function) },
  });
  await lead.fill('Avis attendus pour le', dayIn(DUE));
  await lead.press('Demander');
  await lead.reads(record.name, `avis attendus le ${dayWritten(DUE)}`);
  await lead.reads(...ALL_OPINIONS.map((opinion) => opinion.function));
}

async function give(person, opinion, record, isTriedWithoutReason) {
  await person.pick(MEANINGS[opinion.sense], 'Dans quel sens ?');
  await person.fill('Note interne', noteOf(opinion, record));
  if (isTriedWithoutReason) {
    await sendWithMistake(person, 'Donner mon avis', {
      says: 'Dites pourquoi',
      keeps: { 'Au nom de quelle fonction ?': opinion.function, 'Note interne': noteOf(opinion, record) },
      picked: { 'Dans quel sens ?': MEANINGS[opinion.sense] },
    });
  }
  await person.fill('Pourquoi, en une ou deux phrases', opinion.why);
  await person.fill('Conditions Une par ligne', opinion.conditions.join('\n'));
  await person.press('Donner mon avis');
  await person.reads(opinion.sense, opinion.why, noteOf(opinion, record), ...opinion.conditions);
}
