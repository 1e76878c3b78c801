/** A colour over another, both as #rrggbb: so much of the one, the rest of the other. */
export function mixed(colour: string, under: string, part: number): string {
  const channel = (of: string, i: number) => parseInt(of.slice(1 + 2 * i, 3 + 2 * i), 16);
  return `#${[0, 1, 2]
    .map(i => Math.round(part * channel(colour, i) + (1 - part) * channel(under, i)))
    .map(value => value.toString(16).padStart(2, '0'))
    .join('')}`;
}
