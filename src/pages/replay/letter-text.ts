/** A letter's plain text as a page shows it: the breaks that only keep its lines short are undone, all others stay. */

/** The line length of plain mail (RFC 3676, 4.1 asks for 78 at most). */
const columns = 76;

const isolates = /[\u2066-\u2069]/g;
const lengthOf = (text: string): number => [...text.replace(isolates, '')].length;
const indentOf = (line: string): number => line.length - line.trimStart().length;
const isItem = (line: string): boolean => /^\s*(?:[•*–-]|\d{1,2}[.)])\s/.test(line);

/** A break is one of length alone where the next word had no room on the line. */
function isSoft(line: string, next: string): boolean {
  const [word = ''] = next.trim().split(' ');
  if (line.trim() === '' || word === '' || isItem(next) || indentOf(line) !== indentOf(next)) return false;
  return lengthOf(line) + 1 + lengthOf(word) > columns;
}

export function unwrapped(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, n) => {
      const next = lines[n + 1];
      const before = lines[n - 1];
      const shown = before !== undefined && isSoft(before, line) ? line.trimStart() : line;
      return next === undefined ? shown : shown + (isSoft(line, next) ? ' ' : '\n');
    })
    .join('');
}
