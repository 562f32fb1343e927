// The weights as a table for a terminal.

const COLUMNS = [
  ['kind', (weight) => weight.kind],
  ['KB', (weight) => kilobytes(weight.bytes)],
  ['repeat', (weight) => kilobytes(weight.repeat_bytes)],
  ['requests', (weight) => String(weight.requests)],
  ['DOM', (weight) => String(weight.dom)],
  ['EcoIndex', (weight) => weight.ecoindex.toFixed(1)],
  ['page', (weight) => weight.page],
];

/** One line a page, columns aligned. */
export function weightTable(weights) {
  const rows = [COLUMNS.map(([title]) => title)];
  for (const weight of weights) rows.push(COLUMNS.map(([, cell]) => cell(weight)));
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => alignRow(row, widths)).join('\n');
}

function alignRow(row, widths) {
  const isText = (column) => column === 0 || column === row.length - 1;
  const cells = row.map((cell, column) =>
    isText(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
  );
  return cells.join('  ').trimEnd();
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
