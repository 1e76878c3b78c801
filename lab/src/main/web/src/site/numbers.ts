/** An answer of the compiled laboratory as JSON would have it: its arrays of numbers as plain ones, null for what is no number. In place. */
export function plain(answer: unknown): unknown {
  if (answer instanceof Float64Array) return numbers(answer);
  if (answer && typeof answer === 'object') {
    const entries = answer as Record<string, unknown>;
    for (const key of Object.keys(entries)) {
      const value = entries[key];
      if (value && typeof value === 'object') entries[key] = plain(value);
    }
  }
  return answer;
}

function numbers(values: Float64Array): (number | null)[] {
  const all: (number | null)[] = Array.from(values);
  if (!values.every(Number.isFinite))
    for (let i = 0; i < all.length; i++) if (!Number.isFinite(values[i])) all[i] = null;
  return all;
}
