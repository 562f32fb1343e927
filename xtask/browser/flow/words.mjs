// Words as people read them: spaces are spaces, whatever their width.

/** One plain space wherever some were, as a comparison needs it. */
export function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** A name that begins with these words, as a person recognises a field by how its label begins. */
export function beginsWith(words) {
  const escaped = plain(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^\\s*${escaped.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}])`, 'u');
}

/** An address without what changes from one walk to the next: numbers of drafts, names of tools, marks. */
export function shape(path) {
  return path
    .replace(/^\/(?:fr|en)\/[^/]+/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/(\/outils\/)(?!demander|importer)[^/?]+/, '$1*')
    .replace(/(\/messages\/)[^/?]+/, '$1*')
    .replace(/(val-)\d+/gi, '$1*')
    .replace(/(\?q=)[^&]*/, '$1*');
}

/** Messages that no language file has, shown by their keys in square brackets. */
export function missingWords(html) {
  return [...new Set(html.match(/\[[a-z]+(?:-[a-z0-9_]+)+\]/g) ?? [])];
}

/** Lines of one text that the other does not have. The size of a file beside the page may differ: the published
 record has one more version in its history. */
export function linesOnlyIn(one, other) {
  const known = new Set(linesOf(other));
  return linesOf(one).filter((line) => !known.has(line));
}

/** A day some days from today, as forms take it: day/month/year. */
export function dayIn(days, now = new Date()) {
  return inFrench(days, now, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** The same day as pages write it: 1er janvier 2027. */
export function dayWritten(days, now = new Date()) {
  return inFrench(days, now, { day: 'numeric', month: 'long', year: 'numeric' }).replace(/^1 /, '1er ');
}

/** Days are those of the authority, wherever this machine is. */
function inFrench(days, now, shown) {
  const today = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toLocaleDateString('fr-FR', { ...shown, timeZone: 'UTC' });
}

function linesOf(text) {
  const lines = text.split('\n').map(plain).filter((line) => line !== '');
  return lines.map((line) => line.replace(/\d+(,\d)? Ko\b/, 'Ko'));
}
