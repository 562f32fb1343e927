// EcoIndex, from its published formula: 100 − 5 (3 q(dom) + 2 q(requests) + q(KB)) / 6, where q is
// the place of a value among twenty classes of the pages of the web, from 0 to 20.
//
// It ignores servers and networks: one indicator among others, never the only one.

/** Upper bounds of the twenty classes, after a lower bound of zero. */
const CLASSES = {
  dom: [
    0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801,
    2479, 594601,
  ],
  requests: [
    0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920,
  ],
  kilobytes: [
    0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27,
    1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26,
  ],
};

/** From 100 (nothing at all) down to 0; above 80 is grade A. */
export function ecoindex({ dom, requests, bytes }) {
  const weighted =
    3 * placeAmong(CLASSES.dom, dom) +
    2 * placeAmong(CLASSES.requests, requests) +
    placeAmong(CLASSES.kilobytes, bytes / 1000);
  return 100 - (5 * weighted) / 6;
}

function placeAmong(bounds, value) {
  const above = bounds.findIndex((bound) => value < bound);
  if (above === -1) return bounds.length - 1;
  const [low, high] = [bounds[above - 1], bounds[above]];
  return above - 1 + (value - low) / (high - low);
}
