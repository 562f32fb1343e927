// A form sent with a mistake: the page says what is wrong, keeps what was typed, and its list of mistakes
// leads the keyboard to each field.

import { plain } from './words.mjs';

/**
 * Sends the form; `says` is on the page then, the fields of `keeps` hold what was typed, and the choices of
 * `picked` are still made under their legends.
 */
export async function sendWithMistake(person, button, { says, keeps = {}, picked = {}, within = 'main' }) {
  await person.press(button, within, 422);
  await person.reads(says);
  for (const [label, typed] of Object.entries(keeps)) {
    const kept = await person.valueOf(label);
    if (kept !== plain(typed)) person.wrong(`“${label}” holds “${kept}”, “${typed}” was typed`);
  }
  for (const [legend, choices] of Object.entries(picked)) {
    for (const choice of [choices].flat()) await isStillPicked(person, choice, legend);
  }
  await followList(person);
}

/** What is lost is told, and picked again so that the walk goes on. */
async function isStillPicked(person, choice, legend) {
  if (await person.isPicked(choice, legend)) return;
  person.wrong(`“${choice}” was picked under “${legend}” and is no longer`);
  await person.pick(choice, legend);
}

async function followList(person) {
  const list = person.tab.getByRole('alert');
  const links = await list.getByRole('link').all();
  if (links.length === 0) person.wrong('no list of mistakes with links');
  if ((await list.getByRole('heading').count()) === 0) person.wrong('the list of mistakes has no heading');
  for (const link of links) {
    const target = await link.getAttribute('href');
    await link.focus();
    if (!(await link.evaluate((it) => it === document.activeElement))) person.wrong(`${target} takes no focus`);
    // Some lists lead to another page, which is walked elsewhere.
    if (!target.startsWith('#')) continue;
    await link.press('Enter');
    if (!(await keyboardReaches(person.tab, target))) person.wrong(`a mistake leads to ${target}, not to its field`);
    if (!(await saysSo(person.tab, target))) person.wrong(`${target} is at fault and does not say so by itself`);
  }
}

/** The field has the focus, or is the next one that the Tab key goes to. */
async function keyboardReaches(tab, target) {
  const isThere = () =>
    tab.evaluate((id) => {
      const place = document.getElementById(id);
      return place?.contains(document.activeElement) && document.activeElement.matches('input, select, textarea');
    }, target.slice(1));
  if (await isThere()) return true;
  await tab.keyboard.press('Tab');
  return isThere();
}

/** A single field tells that it is invalid, and by which words; the legend of a group may hold them. */
function saysSo(tab, target) {
  return tab.evaluate((id) => {
    const field = document.getElementById(id);
    if (!field?.matches('input, select, textarea') || ['radio', 'checkbox'].includes(field.type)) return true;
    const words = (field.getAttribute('aria-describedby') ?? '').split(' ').map((it) => document.getElementById(it));
    return field.getAttribute('aria-invalid') === 'true' && words.some((it) => it?.textContent.trim());
  }, target.slice(1));
}
