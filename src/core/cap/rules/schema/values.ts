/** What is wrong with a value that is none of its type, in the codes that reading has for it, and what to do. */
import { parseInstant } from '../../../time/time.ts';
import { withoutOffset } from '../../reading/values.ts';
import { clip } from '../../xml/tree.ts';
import type { SimpleType } from './types.ts';

export interface Fault {
  readonly code: string;
  readonly message: string;
}

/** `repeats`: an empty word of a list counts as missing where reading wants one and only one. */
export function valueFault(name: string, type: SimpleType, content: string, repeats: boolean): Fault {
  if (typeof type === 'object') return wordFault(name, type, content, repeats);
  if (type === 'dateTime' || type === 'capDateTime') return timeFault(name, content.trim());
  const [what, remedy] = forms[type] ?? ['value of its type', 'Look at the schema.'];
  return { code: `cap.${name}.type`, message: `<${name}> is no ${what}: “${clip(content.trim())}”. ${remedy}` };
}

function wordFault(name: string, list: readonly string[], content: string, repeats: boolean): Fault {
  const word = content.trim();
  const known = `it can be ${list.join(', ')}`;
  if (word === '' && !repeats) return { code: `cap.${name}.missing`, message: `<${name}> is empty; ${known}.` };
  const code = `cap.${name}.not-in-list`;
  if (list.includes(word))
    return {
      code,
      message: `<${name}> has white space around “${word}”, which the schema does not allow; take it out.`,
    };
  const likely = list.find((other) => other.toLowerCase() === word.toLowerCase());
  const remedy = likely === undefined ? known : `write it “${likely}”`;
  return { code, message: `“${clip(word)}” is not a <${name}> of this version of CAP; ${remedy}.` };
}

function timeFault(name: string, words: string): Fault {
  const asked = 'write it like 2002-05-24T16:49:00-07:00';
  if (words === '') return { code: `cap.${name}.unreadable`, message: `<${name}> is empty; ${asked}.` };
  if (parseInstant(words) !== null)
    return { code: `cap.${name}.form`, message: `<${name}> is not in the schema's form: “${clip(words)}”; ${asked}.` };
  if (withoutOffset.test(words))
    return { code: `cap.${name}.no-offset`, message: `<${name}> has no offset from UTC: “${clip(words)}”; ${asked}.` };
  return { code: `cap.${name}.unreadable`, message: `<${name}> is no date and time: “${clip(words)}”; ${asked}.` };
}

/** What it is not, and how to write it. */
const forms: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  language: ['language tag', 'Write it like en-US, with a hyphen.'],
  integer: ['whole number', 'Write digits alone, without a unit.'],
  decimal: ['number', 'Write digits alone, with a point where it has a fraction, without a unit.'],
  anyURI: ['address (URI)', 'Write it whole, with “%” and brackets escaped.'],
};
