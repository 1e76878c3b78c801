/** How many are kept: those of a few knobs' last places. */
const MOST = 12;

const kept = new Map<string, Promise<unknown>>();

/** What was made under a key not long ago, or is made now; what failed is made again. */
export function remembered<T>(key: string, make: () => Promise<T>): Promise<T> {
  const before = kept.get(key);
  if (before) {
    kept.delete(key);
    kept.set(key, before);
    return before as Promise<T>;
  }
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return made;
}
