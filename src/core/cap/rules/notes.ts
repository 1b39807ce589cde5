/**
 * Findings that are no rule of CAP, so that no verdict counts them: what a reader here could not use, or does not list. With
 * an example of each, for the documentation.
 */
import { alertWith, anInfo, areaWith, base, type Example, infoWith, replaced } from './examples/example.ts';
import type { Rule } from './rule.ts';

export interface Note extends Omit<Rule, 'judges' | 'check'> {
  /** What reports it: a function of the library, or the desk. */
  readonly by: string;
  /** `bad` is a document that has the finding, null when it would be too large; `good` one that lacks it, null when nothing is to be mended. */
  readonly shown: (Pick<Example, 'at' | 'bad'> & { readonly good: string | null }) | null;
}

const feed = (...entries: readonly string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom">\n${entries.map((entry) => `<entry>\n${entry}</entry>`).join('\n')}\n</feed>\n`;
const held = (alert: string): string => `<content type="application/cap+xml">\n${alert}</content>\n`;
const next = alertWith({ identifier: 'flood-2024-18' });
const link = '<link type="application/cap+xml" href="https://river.example/flood-2024-17.xml"/>\n';
const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const unknown = (count: number): string => infoWith({ extra: Array.from({ length: count }, () => 'x') });

export const notes: readonly Note[] = [
  {
    code: 'cap.alert.unread',
    by: '`read`',
    severity: 'error',
    source: 'a promise of this reader',
    asks: 'Every alert of a document that holds several can be used.',
    why: 'What lacks a name, a time or a status can be neither referred to nor trusted, and among others nobody would look for it. The other findings say what it lacks.',
    shown: {
      at: '/feed/entry[2]/content/alert',
      bad: feed(held(base), held(alertWith({ identifier: null }))),
      good: feed(held(base), held(next)),
    },
  },
  {
    code: 'cap.links.unread',
    by: 'the desk, when it takes in a document that was handed to it',
    severity: 'warning',
    source: 'a promise of this reader',
    asks: 'What a document only names has been read too.',
    why: 'A feed of addresses holds no warning itself, and whoever handed it in may think that all is done. Hand in the alerts.',
    shown: { at: null, bad: feed(link), good: feed(held(base)) },
  },
  {
    code: 'cap.derefUri.too-large',
    by: '`decodeDeref`',
    severity: 'error',
    source: 'a limit of this reader',
    asks: 'A file that stands in an alert has at most 16 MiB.',
    why: 'It would fill the memory of whoever reads it. Publish it on the web, and give its address in <uri>.',
    shown: null,
  },
  {
    code: 'file.unreadable',
    by: '`tocsin check --json`',
    severity: 'error',
    source: 'a promise of this reader',
    asks: 'What is to be checked can be read, and has at most 16 MiB.',
    why: 'Nothing of it was judged, so that nobody may think that it is valid. The sentence says what stood in the way.',
    shown: null,
  },
  {
    code: 'findings.more',
    by: '`check`, `read` and `revisionOf`',
    severity: 'info',
    source: 'a limit of this reader',
    asks: 'At most 50 findings of one code are listed; the rest are counted.',
    why: 'One mistake of a program can be made a thousand times, and would hide every other. Mend those that are listed and check again.',
    shown: { at: null, bad: () => unknown(51), good: unknown(0) },
  },
  {
    code: 'cap.write.changed',
    by: '`write`, to whoever gives it `find`',
    severity: 'warning',
    source: 'a promise of this writer',
    asks: 'Values are written as they stand.',
    why: 'CAP 1.2 has no place for a language that is no tag, nor for parts of a second, so what is written says less; the time of sending is part of the name of an alert besides. Correct the alert itself.',
    shown: { at: '/alert/info[1]/language', bad: infoWith({ language: 'the local one' }), good: base },
  },
  {
    code: 'cap.write.too-large',
    by: '`write`, to whoever gives it `find`',
    severity: 'error',
    source: 'a limit of this reader',
    asks: 'What is written has at most 16 MiB, and at most 250,000 elements and attributes.',
    why: 'The text is whole, and this reader refuses it, as others may: the warning in it would be lost. Make several alerts of it.',
    shown: null,
  },
  {
    code: 'cap.write.left-out',
    by: '`write`, to whoever gives it `find`',
    severity: 'warning',
    source: 'a promise of this writer',
    asks: 'All that an alert holds is written.',
    why: 'What the schema of CAP 1.2 has no place for would make the whole alert invalid for others, so it is left out. Say it in a <parameter>, if it matters.',
    shown: {
      at: '/alert/info[1]/area[1]/altitude',
      bad: areaWith({ altitude: 'low' }),
      good: areaWith({ altitude: '300' }),
    },
  },
  {
    code: 'cap.write.references',
    by: '`write`, to whoever gives it `find`',
    severity: 'error',
    source: 'CAP 1.0 and 1.2, alert, references',
    asks: 'A reference of CAP 1.0 says which alert of CAP 1.2 it means.',
    why: 'CAP 1.0 names an alert without the time at which it was sent, and CAP 1.2 with it. What is written names none: the warning that it should end stays in force. Add that time, or ask the issuer for CAP 1.2.',
    shown: {
      at: '/alert/references',
      bad: alertWith({ msgType: 'Update', references: 'flood-2024-16/warnings@river.example' }, '1.0'),
      good: alertWith({}, '1.0'),
    },
  },
  {
    code: 'cap.write.filled',
    by: '`write`, to whoever gives it `find`',
    severity: 'info',
    source: 'a promise of this writer',
    asks: 'An older alert states what CAP 1.2 wants stated.',
    why: 'CAP 1.0 could leave out a category, and 1.0 and 1.1 the type of a file. The word that is written says that nobody said.',
    shown: {
      at: '/alert/info[1]/category',
      bad: alertWith({ info: anInfo({ category: null }) }, '1.0'),
      good: alertWith({}, '1.0'),
    },
  },
  {
    code: 'cap.write.signature',
    by: '`write`, to whoever gives it `find`',
    severity: 'warning',
    source: 'a promise of this writer',
    asks: 'A signature holds over the text that stands around it.',
    why: 'An alert that is written anew is another text, and whoever verifies it finds it changed. Pass on the bytes of the issuer, or `write` it with `unchanged`.',
    shown: { at: '/alert', bad: replaced(base, '</alert>', `<Signature xmlns="${dsig}"/>\n</alert>`), good: base },
  },
];
