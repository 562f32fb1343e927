// A few things at a time.

/** Calls `work` on each item, `width` at a time; the results keep the order of the items. */
export async function inParallel(width, items, work) {
  const results = new Array(items.length);
  let next = 0;
  async function lane() {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  }
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
