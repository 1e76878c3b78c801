/** Whether none of the values is below the one before. */
export function rising(values: number[]): boolean {
  return values.every((value, i) => i === 0 || value >= values[i - 1]!);
}
