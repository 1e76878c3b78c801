/** Examples of a data set in rows, at two moments. */
export interface Gallery {
  /** The address of a sheet of their images, and how many there are in a row of it; without one there are their words. */
  images?: string;
  across?: number;
  labels: string[];
  texts: string[];
  moments: Moment[];
}

export interface Moment {
  title: string;
  rows: Row[];
}

export interface Row {
  words: string;
  cells: Cell[];
}

/** One example. */
export interface Cell {
  /** Its place in the lists. */
  place: number;
  /** Whether it is one to be followed from moment to moment, or one that was not there before. */
  look: 'framed' | 'plain' | 'new';
}

/** Where on a sheet an example's image is, as CSS has it: the size of the sheet and its place, in parts of the image's own. */
export function onSheet(place: number, across: number, all: number): { size: string; position: string } {
  const down = Math.ceil(all / across);
  const part = (at: number, of: number) => (of > 1 ? (100 * at) / (of - 1) : 0);
  return {
    size: `${100 * across}% ${100 * down}%`,
    position: `${part(place % across, across)}% ${part(Math.floor(place / across), down)}%`,
  };
}
