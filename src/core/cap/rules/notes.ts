/**
 * Findings that are no rule of CAP, so that no verdict counts them: what a reader here could not use, or does not list. With
 * an example of each, for the documentation.
 */
import { alertWith, base, type Example, infoWith } from './examples/example.ts';
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
    shown: { at: '/feed/entry[1]/link', bad: feed(link), good: feed(held(base)) },
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
    code: 'findings.more',
    by: '`check`, `read` and `revisionOf`',
    severity: 'info',
    source: 'a limit of this reader',
    asks: 'At most 50 findings of one code are listed; the rest are counted.',
    why: 'One mistake of a program can be made a thousand times, and would hide every other. Mend those that are listed and check again.',
    shown: { at: null, bad: () => unknown(51), good: unknown(0) },
  },
];
