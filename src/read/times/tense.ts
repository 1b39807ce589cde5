/** Whether the words before a weekday or month point ahead: “until Friday”, “is due to end in August”. News looks back unless it says so. */

const ahead =
  /\b(?:will|won['’]t|until|till|by|scheduled|due|plan(?:s|ned)?|expect(?:s|ed)?|set to|shall|going to|starting|beginning|next|upcoming|effective|deadline|forecast|is to|are to|through|before|should|must|may|can|from|to be held|takes? place)\b[^.;]{0,40}$/i;
const back = /\b(?:said|told|announced|reported|was|were|had|did|killed|came|took|has|have|\w{3,}ed)\b[^.;]{0,22}$/i;
const bound = /\b(?:scheduled|expected|planned|until|till|due|will|forecast)\b[^.;,]{0,20}$/i;
const furthest = 80;

/** `at` is where the expression begins. */
export function pointsAhead(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - furthest), at);
  const before = near.slice(Math.max(near.lastIndexOf('. '), near.lastIndexOf('\n')) + 1);
  return ahead.test(before) && (!back.test(before) || bound.test(before));
}

const modifiers: readonly (readonly [modifier: string, words: RegExp])[] = [
  ['until', /\b(?:until|till|up to|through|up until)\s+(?:(?:at least|about|around) )?(?:the\s+)?$/i],
  ['before', /\b(?:before|prior to|ahead of)\s+(?:the\s+)?$/i],
  ['by', /\b(?:by|no later than|not later than)\s+(?:the\s+)?$/i],
  ['since', /\b(?:since|ever since|from)\s+(?:at least )?(?:the\s+)?$/i],
  ['after', /\bafter\s+(?:the\s+)?$/i],
  ['approx', /\b(?:about|around|approximately|circa|roughly|some|nearly|almost|or so)\s+(?:the\s+)?$/i],
];

/** By the words before; `within` are those of the expression itself. */
export function modifierAt(text: string, at: number, within: string): string | null {
  const near = text.slice(Math.max(0, at - 30), at);
  const before = near.slice(near.lastIndexOf('\n\n') + 1);
  for (const [modifier, words] of modifiers) if (words.test(before)) return modifier;
  if (/^(?:the )?(?:early|beginning|start|first half)\b/i.test(within)) return 'early';
  if (/^(?:the )?(?:late|end|second half)\b/i.test(within)) return 'late';
  return /^(?:the )?(?:mid|middle)\b/i.test(within) ? 'mid' : null;
}
