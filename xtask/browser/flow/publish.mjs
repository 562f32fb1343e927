// The lead looks at what the public will see, publishes it, and a visitor reads exactly that; then the use
// changes, and everybody reads that its decision no longer stands.

import { HOME } from './cast.mjs';
import { ACT, conditionsOf } from './decide.mjs';
import { sendWithMistake } from './mistake.mjs';
import { ALL_OPINIONS, noteOf } from './opinions.mjs';
import { linesOnlyIn } from './words.mjs';

const SEEN = 'J’ai regardé la page telle que le public la verra.';
const NEW_NEED = 'Répondre aussi aux demandes sur les chantiers.';

export async function publish(cast, record) {
  const visitor = await cast.visitor();
  await find(visitor, record, false);
  const lead = await cast.at('pilote');
  await lead.follow('Les usages');
  await lead.follow(record.name);
  await lead.follow('Publication');
  await lead.follow('Publiée');
  const promised = await readsAsPublic(lead, record);
  await lead.back();
  await lead.pick('Publiée Tout', 'Que publie-t-on ?');
  await sendWithMistake(lead, 'Enregistrer et publier ainsi', { says: 'Regardez la page avant de la publier' });
  await lead.pick(SEEN);
  await lead.press('Enregistrer et publier ainsi');
  await find(visitor, record, true);
  await visitor.follow(record.name);
  const shown = await readsAsPublic(visitor, record);
  for (const line of linesOnlyIn(shown, promised)) visitor.wrong(`not in the preview: “${line}”`);
  for (const line of linesOnlyIn(promised, shown)) visitor.wrong(`in the preview only: “${line}”`);
  await visitor.hasNoCookie();
  await visitor.leave();
}

/** Looks a record up on the public register, by the words of its name. */
async function find(visitor, record, isExpected) {
  await visitor.open(HOME);
  await visitor.follow('Registre', 'header');
  await visitor.fill('Chercher', record.mark);
  await visitor.press('Appliquer');
  const isThere = await visitor.sees(record.name);
  if (isThere !== isExpected) visitor.wrong(isThere ? 'seen before it is published' : 'published and not found');
}

/** What an internal note says is nowhere; who is against is read first. */
async function readsAsPublic(person, record) {
  await person.reads(record.name, record.reference, 'Autorisé sous conditions', ACT, ...conditionsOf(record));
  for (const opinion of ALL_OPINIONS) await person.reads(opinion.function, opinion.why, ...opinion.conditions);
  await person.readsNot(...ALL_OPINIONS.map((opinion) => noteOf(opinion, record)), 'Note interne');
  const [against, ...others] = ALL_OPINIONS;
  for (const opinion of others) await person.readsBefore(against.why, opinion.why);
  return person.text();
}

/** Changing the need voids the decision, and never by accident. */
export async function change(cast, record) {
  const lead = await cast.at('pilote');
  await lead.follow('Les usages');
  await lead.follow(record.name);
  await lead.follow('Modifier');
  await lead.fill('Besoin', NEW_NEED);
  await sendWithMistake(lead, 'Enregistrer', { says: 'La décision ne tiendra plus', keeps: { Besoin: NEW_NEED } });
  await lead.pick('Je sais que la décision ne tiendra plus.');
  await lead.press('Enregistrer');
  await lead.reads('Cette décision ne tient plus', NEW_NEED);
  const visitor = await cast.visitor();
  await find(visitor, record, true);
  await visitor.follow(record.name);
  await visitor.reads('Cette décision ne tient plus', NEW_NEED);
  await visitor.readsNot(...ALL_OPINIONS.map((opinion) => noteOf(opinion, record)));
  await visitor.hasNoCookie();
  await visitor.leave();
}
