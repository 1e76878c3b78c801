import { type Atom, LOWERED, type Piece, pieces } from './formula';
import { explained } from './symbol';

const MATH = 'http://www.w3.org/1998/Math/MathML';

/** What stands around other signs, as high as the letters. */
const FENCES = '()|';
const FENCE = Object.entries({ stretchy: 'false', lspace: '0', rspace: '0' });

/** A formula as a browser sets it; its signs say what they mean when they are pointed at. */
export function mathElement(text: string): Element {
  const math = made('math', pieces(text).flatMap(elements));
  math.setAttribute('display', 'block');
  return math;
}

function elements(piece: Piece): Element[] {
  if ('words' in piece) return [made('mtext', [`\u2002${piece.words}\u2002`])];
  if ('atoms' in piece) return piece.atoms.map(atom);
  return [made('mfrac', [made('mrow', piece.over.map(atom)), made('mrow', piece.under.map(atom))])];
}

function atom({ sign, kind, index, squared }: Atom): MathMLElement {
  const bare = made(kind, [sign]);
  if (FENCES.includes(sign)) for (const [name, value] of FENCE) bare.setAttribute(name, value);
  const [low, high] = [made('mn', [index]), made('mn', ['2'])];
  const whole =
    index !== '' && squared
      ? made('msubsup', [bare, low, high])
      : squared
        ? made('msup', [bare, high])
        : index === ''
          ? bare
          : made('msub', [bare, low]);
  return explained(whole, sign + [...index].map(digit => LOWERED[Number(digit)]).join(''));
}

function made(name: string, children: (Element | string)[]): MathMLElement {
  const one = document.createElementNS(MATH, name);
  one.append(...children);
  return one;
}
