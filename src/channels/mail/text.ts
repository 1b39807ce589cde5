/** A letter as plain text: 76 columns, every line of a source's passage indented, so that none can pass for ours. */
import { quoted } from '../foreign-text.ts';
import { inText, isPassage, type Letter, type Passage, type Section } from './letter.ts';

const columns = 76;

export function textOf(letter: Letter): string {
  const head = [wrap(inText(letter.first)), wrap(inText(letter.second))].join('\n');
  const level = letter.level ? [wrap(letter.level.text)] : [];
  const facts = [...level, ...letter.facts.map((fact) => wrap(inText(fact)))].join('\n');
  const parts = [head, facts, ...letter.sections.map(sectionText), `-- \n${wrap(letter.footer)}`];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function sectionText({ title, lines }: Section): string {
  const texts = lines.map((line, index) => {
    const before = lines[index - 1];
    // Sentences stand together, a passage by itself.
    const gap = before === undefined ? '' : isPassage(line) || isPassage(before) ? '\n\n' : '\n';
    return gap + (isPassage(line) ? passageText(line) : wrap(inText(line)));
  });
  return `${title.toUpperCase()}\n${texts.join('')}`;
}

function passageText({ label, theirs, note }: Passage): string {
  const lines = quoted(theirs)
    .split('\n')
    .map((line) => (line === '' ? '' : wrap(line, '  ')))
    .join('\n');
  return [`${label}:`, lines, ...(note ? [wrap(note)] : [])].join('\n');
}

/** Breaks between words; a word longer than a line stays whole. An isolate that is broken is closed and opened again. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent.length + [...longer].length > columns) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  let isOpen = false;
  return [...lines, indent + line]
    .map((text) => {
      const opened = isOpen ? `\u2068${text}` : text;
      isOpen = opened.lastIndexOf('\u2068') > opened.lastIndexOf('\u2069');
      return isOpen ? `${opened}\u2069` : opened;
    })
    .join('\n');
}
