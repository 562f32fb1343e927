// An agent declares a use: five steps, one interruption, two mistakes, an answer at once.

import { HOME } from './cast.mjs';
import { sendWithMistake } from './mistake.mjs';

/** What the agent types that the file must hold. */
const NEED = 'Répondre plus vite aux demandes simples sur la voirie, sans rien inventer.';
const DATA = 'objet de la demande, lieu, date';
const REREADING = 'L’agent d’accueil relit chaque réponse et peut la refuser.';

/** Returns the case: its name and its reference. */
export async function declare(cast, mark) {
  const name = `Préparer une réponse sur la voirie, ${mark}`;
  const agent = await cast.at('agent');
  await agent.follow('Déclarer un usage');
  await agent.press('Commencer une déclaration');
  await need(agent, name);
  await tool(agent);
  await data(cast, agent, name);
  await work(agent);
  await rules(agent);
  return { name, mark, reference: await send(agent, name) };
}

async function need(agent, name) {
  await agent.fill('Comment appelez-vous cet usage ?', name);
  await agent.pick('En test', 'Où en êtes-vous ?');
  await agent.choose('De quelle tâche est-ce le plus proche ?', 'préparer une réponse à un habitant');
  await agent.choose('Pour quelle direction ?', 'Voirie et mobilités');
  await sendWithMistake(agent, 'Continuer', {
    says: 'De quoi avez-vous besoin, en une phrase ?',
    keeps: { 'Comment appelez-vous cet usage ?': name },
  });
  await agent.fill('De quoi avez-vous besoin, en une phrase ?', NEED);
  await agent.press('Continuer');
}

async function tool(agent) {
  await agent.reads('Étape 2 sur 5');
  await agent.choose('Quel outil ?', 'Plume (assistant interne)');
  await agent.pick('Oui', 'L’outil fabrique-t-il un contenu ?');
  await agent.press('Continuer');
}

/** The agent stops, leaves, comes back another day and goes on by the link of the draft. */
async function data(cast, agent, name) {
  await agent.fill('Décrivez-les en quelques mots', DATA);
  await agent.press('Enregistrer et reprendre plus tard');
  await agent.reads('Votre brouillon est enregistré.', name);
  await agent.press('Se déconnecter', 'header');
  await agent.hasNoCookie();
  await agent.open(HOME);
  await agent.follow('Espace de travail', 'footer');
  await cast.signIn(agent);
  await agent.follow('Déclarer un usage');
  await agent.follow(name);
  if (!agent.path.endsWith('/3')) {
    agent.wrong('the draft does not lead back to the step where it was left, which is not finished');
    await agent.follow('Revenir à l’étape 3');
  }
  const kept = await agent.valueOf('Décrivez-les en quelques mots');
  if (kept !== DATA) agent.wrong(`what was typed before the pause is now “${kept}”`);
  await agent.pick('des données sur des personnes', 'Quelles données mettez-vous dans l’outil ?');
  await agent.pick('Oui', 'Parlent-elles de personnes que l’on peut reconnaître ?');
  await agent.press('Continuer');
}

async function work(agent) {
  await agent.reads('Étape 4 sur 5');
  await agent.pick('Chaque semaine', 'À quel rythme ?');
  await agent.fill('Qui relit le résultat, et comment ?', REREADING);
  await agent.pick('Ne change rien', 'Quel effet sur votre travail ?');
  await agent.fill('Combien de minutes par cas, relecture comprise ?', '−3 à 5');
  await agent.pick('gagnées', 'Ces minutes sont…');
  await agent.fill('Combien de fois par mois ?', 'beaucoup');
  await sendWithMistake(agent, 'Continuer', {
    says: 'Écrivez un nombre ou une fourchette',
    keeps: { 'Combien de fois par mois ?': 'beaucoup', 'Qui relit le résultat, et comment ?': REREADING },
  });
  await agent.fill('Combien de fois par mois ?', '5 à 15');
  await agent.press('Continuer');
}

/** The rules ask what can still change the answer; the agent knows some of it. */
async function rules(agent) {
  await agent.reads('Étape 5 sur 5');
  const known = [
    ['Le travail mène-t-il à une décision sur une personne', 'non'],
    ['Donnez-vous à l’outil des choses couvertes par un secret', 'non'],
  ];
  for (const [question, answer] of known) if (await agent.asks(question)) await agent.pick(answer, question);
  await agent.press('Continuer');
}

/** Everything is read again before it is sent; the answer of the rules comes at once. */
async function send(agent, name) {
  await agent.reads('Vérifiez vos réponses', name, NEED, 'Plume (assistant interne)', DATA, REREADING, '5 à 15');
  await agent.follow('Modifier l’étape « L’usage »');
  await agent.fill('Combien de fois par mois ?', '10 à 15');
  await agent.press('Continuer');
  if (!agent.path.endsWith('/verifier')) {
    agent.wrong('an answer mended from the last page does not lead back to it');
    await agent.press('Continuer');
  }
  await agent.reads('10 à 15');
  await agent.press('Envoyer la déclaration');
  await agent.reads('Merci. Elle est enregistrée', 'Pourquoi', 'Et ensuite');
  const reference = (await agent.text()).match(/VAL-\d+/)?.[0];
  if (reference === undefined) throw new Error('no reference was given');
  await agent.follow('Ouvrir le dossier');
  await agent.reads(name, NEED);
  return reference;
}
