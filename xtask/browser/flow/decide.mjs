// Whoever decides does it once all have spoken; what is asked for becomes work with an owner and a day.

import { sendWithMistake } from './mistake.mjs';
import { dayIn, dayWritten } from './words.mjs';

/** Days until the conditions are to be met, and until the decision is looked at again. */
const DUE = 30;
const REVIEW = 180;

/** What the decision asks for; no two cases ask for the same, so that each is found again. */
export const conditionsOf = (record) => [
  `retirer les adresses avant de coller, ${record.mark}`,
  `former l’accueil avant le début, ${record.mark}`,
];
export const ACT = 'Note de la direction générale n° 42';
export const REASON = 'Les adresses sont retirées avant l’envoi, comme le délégué le demande.';
const AS = 'Directrice générale des services';
const OWNER = 'Délégué·e à la protection des données';

export async function decide(cast, record) {
  const decider = await cast.at('decideur');
  await decider.reads('À décider');
  await decider.follow(record.name);
  await decider.reads('Défavorable');
  await sendWithMistake(decider, 'Décider', { says: 'Dites ce que vous décidez' });
  await decider.pick('Autorisé sous conditions', 'Que décidez-vous ?');
  await decider.fill('En quelle qualité', AS);
  await decider.fill('Acte', ACT);
  await decider.choose('Qui se charge des conditions ?', OWNER);
  await decider.fill('Conditions à tenir pour le', dayIn(DUE));
  await decider.fill('À revoir le', dayIn(REVIEW));
  await decider.fill('Ce qui ferait arrêter', 'Une réponse fausse envoyée à un habitant.');
  await sendWithMistake(decider, 'Décider', {
    says: 'Écrivez au moins une condition',
    picked: { 'Que décidez-vous ?': 'Autorisé sous conditions' },
    keeps: {
      'En quelle qualité': AS,
      Acte: ACT,
      'Qui se charge des conditions ?': OWNER,
      'À revoir le': dayIn(REVIEW),
    },
  });
  await decider.fill('Conditions Une par ligne', conditionsOf(record).join('\n'));
  await sendWithMistake(decider, 'Décider', {
    says: 'dites pourquoi l’usage peut commencer malgré lui',
    keeps: { 'En quelle qualité': AS },
  });
  await decider.fill('Pourquoi, malgré l’avis défavorable', REASON);
  await decider.press('Décider');
  await decider.reads('La décision est enregistrée', REASON);
  await decider.reads('Autorisé sous conditions', AS, ACT, ...conditionsOf(record));
  await decider.reads(`${OWNER}, pour le ${dayWritten(DUE)}`);
  await handOver(cast, record);
  await finish(cast, record);
}

/** The lead gives one condition to somebody else. */
async function handOver(cast, record) {
  const lead = await cast.at('pilote');
  await lead.follow('Les usages');
  await lead.follow(record.name);
  await lead.follow('Dire ce qui est fait, ou qui s’en charge');
  await lead.reads(...conditionsOf(record), dayWritten(DUE));
  await lead.follow('Changer 2');
  await lead.choose('Qui s’en charge ?', 'Communication');
  await lead.fill('Pour quand ?', dayIn(DUE + 7));
  await lead.press('Attribuer', 'Qui s’en charge, et pour quand ?');
  await lead.reads(`Communication, pour le ${dayWritten(DUE + 7)}`);
}

/** Whoever answers for a condition finds it in their space, and says that it is met. */
async function finish(cast, record) {
  const owner = await cast.at('relecteur');
  await owner.reads(...conditionsOf(record));
  await owner.follow(conditionsOf(record)[0]);
  const done = 'Est-ce fait ?';
  const section = 'Dire où cela en est';
  await owner.pick('Oui, c’est fait.', done);
  await owner.fill('Depuis quand ?', dayIn(0));
  await sendWithMistake(owner, 'Enregistrer', {
    says: 'Dites ce qui le montre',
    keeps: { 'Depuis quand ?': dayIn(0) },
    picked: { [done]: 'Oui, c’est fait.' },
    within: section,
  });
  await owner.fill('Ce qui le montre', 'Procédure d’accueil, version 3');
  await owner.press('Enregistrer', section);
  await owner.reads('Fait le', 'Procédure d’accueil, version 3');
}
