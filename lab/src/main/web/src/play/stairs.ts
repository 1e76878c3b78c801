/** The steps of a map in a cobweb: from the diagonal up or down to the map, and across to the diagonal. */
export function stairs(walk: number[]): { x: number[]; y: number[] } {
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i + 1 < walk.length; i++) {
    x.push(walk[i]!, walk[i]!);
    y.push(walk[i]!, walk[i + 1]!);
  }
  return { x, y };
}
