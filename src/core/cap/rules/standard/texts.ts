/** Rules about the words that people read: no markup in them, and each language in its own. */
import type { CapInfo, NamedValue, Said } from '../../model.ts';
import { clip } from '../../xml/tree.ts';
import type { Find, Rule } from '../rule.ts';

interface Marked {
  readonly path: string;
  readonly text: string;
}

/** Those texts of an alert for people, and addresses, that have a mark of markup in them: rarely any. */
function markedTexts(alert: Said): readonly Marked[] {
  const found: Marked[] = [];
  for (const name of ofAlert) if (isMarked(alert[name])) found.push({ path: name, text: alert[name] });
  alert.infos.forEach((info, i) => {
    markedIn(info, `info[${i + 1}]`, found);
  });
  return found;
}

const isMarked = (text: string | null): text is string => text !== null && (text.includes('<') || text.includes('&'));

function markedIn(info: CapInfo, here: string, found: Marked[]): void {
  for (const name of ofInfo) {
    const text = info[name];
    if (isMarked(text)) found.push({ path: `${here}/${name}`, text });
  }
  const addValues = (pairs: readonly NamedValue[], at: string): void =>
    pairs.forEach(({ value }, i) => {
      if (isMarked(value)) found.push({ path: `${at}[${i + 1}]`, text: value });
    });
  addValues(info.eventCodes, `${here}/eventCode`);
  addValues(info.parameters, `${here}/parameter`);
  info.resources.forEach(({ resourceDesc, uri }, i) => {
    const path = `${here}/resource[${i + 1}]`;
    if (isMarked(resourceDesc)) found.push({ path: `${path}/resourceDesc`, text: resourceDesc });
    if (isMarked(uri)) found.push({ path: `${path}/uri`, text: uri });
  });
  info.areas.forEach(({ areaDesc, geocodes }, i) => {
    const path = `${here}/area[${i + 1}]`;
    if (isMarked(areaDesc)) found.push({ path: `${path}/areaDesc`, text: areaDesc });
    addValues(geocodes, `${path}/geocode`);
  });
}

const ofAlert = ['source', 'restriction', 'note'] as const;
const ofInfo = ['event', 'audience', 'senderName', 'headline', 'description', 'instruction', 'contact', 'web'] as const;

/** Sticky, and each takes a bounded number of characters or ends at the next “<”: a text is gone over once. */
const tag = /<(?:\/?[a-z][a-z0-9]*(?:\s[^<>]*|\s*\/)?|!--[^<>]*)>/iy;
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy;

/** The first match that begins with `mark`; null when there is none. */
function firstOf(text: string, mark: string, pattern: RegExp): string | null {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  return null;
}

/** Primary subtag, `en` of `en-GB`; the standard's default where none is stated. */
const primary = ({ language }: CapInfo): string => (language ?? 'en').split(/[-_]/, 1)[0]?.toLowerCase() ?? '';

const translated = ['event', 'headline', 'description', 'instruction'] as const;

function findUntranslated({ infos }: Said, find: Find): void {
  if (infos.length < 2) return;
  for (const name of translated) {
    const languages = new Map<string, string>();
    for (const [i, info] of infos.entries()) {
      const text = info[name];
      if (text === null || text === '') continue;
      const other = languages.get(text);
      if (other === undefined) languages.set(text, primary(info));
      else if (other !== primary(info))
        find(
          `info[${i + 1}]/${name}`,
          `This <${name}> is word for word that of another language (${clip(other)} and ${clip(primary(info))}); translate it, or correct <language>.`,
        );
    }
  }
}

/** How many characters of a text are looked at to tell its script. */
const sample = 200;
const letter = /\p{L}/u;
const latin = /\p{Script=Latin}/u;

/** True when fewer than half of the first letters are Latin. */
function isInOtherScript({ event, headline, description }: CapInfo): boolean {
  const text = headline ?? description ?? event;
  let [latins, others] = [0, 0];
  for (let at = 0; at < text.length && at < sample; at++) {
    const code = text.charCodeAt(at) | 0x20;
    if (code >= 0x61 && code <= 0x7a) latins++;
    else if (code > 0x7f && letter.test(text.charAt(at))) latin.test(text.charAt(at)) ? latins++ : others++;
  }
  return latins < others;
}

export const textRules: readonly Rule[] = [
  {
    code: 'cap.text.html-tags',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, info: texts are for people to read as they stand',
    asks: 'Texts hold no tags of HTML and no placeholders in angle brackets.',
    why: 'Phones, radios and speaking machines show or read them as they stand. Write plain text; a line break is a line break.',
    check: (alert, find, { hasEscapes, once }) => {
      if (!hasEscapes) return;
      for (const { path, text } of once(alert, markedTexts)) {
        const found = firstOf(text, '<', tag);
        if (found !== null)
          find(path, `The text holds “${clip(found)}”, which is shown as it stands; write plain text.`);
      }
    },
  },
  {
    code: 'cap.text.html-entities',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, implementation notes, character entity references',
    asks: 'Once XML is read, no entities such as &nbsp; or &amp;#233; are left in the text.',
    why: 'They were escaped twice, and people see the code in place of the letter. Write the letter itself.',
    check: (alert, find, { hasEscapes, once }) => {
      if (!hasEscapes) return;
      for (const { path, text } of once(alert, markedTexts)) {
        const found = firstOf(text, '&', entity);
        if (found !== null)
          find(path, `The text holds “${clip(found)}”, which was escaped twice; write the character itself.`);
      }
    },
  },
  {
    code: 'cap.text.empty',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, info: its texts are optional',
    asks: 'A text that an info has says something.',
    why: 'An empty one may be a text that was lost on its way, and some receivers show its empty box. Write it, or leave it out.',
  },
  {
    code: 'cap.text.untranslated',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, info, language',
    asks: 'Infos in different languages have different words.',
    why: 'Who reads only one of the languages does not learn what happens. Translate the text, or correct the language.',
    check: findUntranslated,
  },
  {
    code: 'cap.language.default',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, info, language',
    asks: 'An info that is not in English of the United States says its <language>.',
    why: 'Where none is stated, en-US is assumed: the text is offered to the wrong readers and read aloud wrongly. Add <language>.',
    check: ({ infos }, find) => {
      for (const [i, info] of infos.entries())
        if (info.language === null && isInOtherScript(info))
          find(
            `info[${i + 1}]/language`,
            'No <language> is stated, so en-US is assumed, and the words are in another script; state it.',
          );
    },
  },
];
