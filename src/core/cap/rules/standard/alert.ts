/** Rules about the alert element itself: who it is from, whom it is for, and what goes with its status. */
import { clip } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

const naming = (name: 'identifier' | 'sender'): Rule => ({
  code: `cap.${name}.characters`,
  judges: 'spec',
  severity: 'error',
  source: `CAP 1.2, alert, ${name}`,
  asks: `<${name}> has no white space, no comma and neither “<” nor “&”.`,
  why: 'References put sender, identifier and time between commas and spaces. An alert with such a name can be neither updated nor cancelled. Give it a name without them.',
});

/** A list of names between spaces, those with spaces in double quotes: true when a quote is left open. */
function hasOpenQuote(list: string): boolean {
  let quotes = 0;
  for (let at = list.indexOf('"'); at >= 0; at = list.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}

const quoted = (name: 'addresses' | 'incidents'): Rule => ({
  code: `cap.${name}.quotes`,
  judges: 'spec',
  severity: 'warning',
  source: `CAP 1.2, alert, ${name}`,
  asks: `In <${name}> white space separates names; a name with white space stands in double quotes.`,
  why: 'With a quote left open nobody can say where one name ends and the next begins. Close it.',
  check: (alert, find) => {
    if (hasOpenQuote(alert[name] ?? ''))
      find(name, `A double quote in <${name}> is opened and not closed; close it behind the name.`);
  },
});

const actsOnOthers: ReadonlySet<string> = new Set(['Update', 'Cancel', 'Ack', 'Error']);

export const alertRules: readonly Rule[] = [
  naming('identifier'),
  naming('sender'),
  {
    code: 'cap.references.missing',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, alert, msgType and references',
    asks: 'An Update, Cancel, Ack or Error names in <references> the alerts that it acts on.',
    why: 'Without it the earlier warning stays in force beside the new one, and a Cancel ends nothing. Name each earlier alert as sender,identifier,sent.',
    check: ({ msgType, references }, find, { placeOf }) => {
      if (!actsOnOthers.has(msgType) || references.length > 0) return;
      const written = placeOf('references');
      // Words that name no alert were reported as that.
      if (written && written.start < written.end) return;
      find(
        'references',
        `This is of msgType ${msgType}, which acts on earlier alerts, and <references> names none; name them as sender,identifier,sent.`,
      );
    },
  },
  {
    code: 'cap.references.on-alert',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, alert, msgType',
    asks: 'An alert that takes the place of an earlier one is of msgType Update, not Alert.',
    why: 'An Alert is new information and ends nothing: what it refers to stays in force. If it is meant to replace that, write Update.',
    check: ({ msgType, references }, find) => {
      if (msgType === 'Alert' && references.length > 0)
        find(
          'msgType',
          'An alert of msgType Alert ends none of those it refers to; write Update if it takes their place.',
        );
    },
  },
  {
    code: 'cap.restriction.missing',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, alert, restriction',
    asks: 'An alert of scope Restricted says in <restriction> who may have it.',
    why: 'Nobody can hand it on without knowing to whom it may go. Write the rule, or make it Public.',
    check: ({ scope, restriction }, find) => {
      if (scope === 'Restricted' && restriction === null)
        find('restriction', 'The scope is Restricted and no <restriction> says to whom; write the rule.');
    },
  },
  {
    code: 'cap.restriction.scope',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, alert, restriction',
    asks: '<restriction> stands only in an alert of scope Restricted.',
    why: 'Receivers go by the scope: the alert is published although its sender wanted to limit it. Set the scope to Restricted, or drop the restriction.',
    check: ({ scope, restriction }, find) => {
      if (restriction !== null && scope !== 'Restricted')
        find(
          'restriction',
          `There is a <restriction> and the scope is ${clip(scope) || 'not given'}; write Restricted, or leave the restriction out.`,
        );
    },
  },
  {
    code: 'cap.addresses.missing',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, alert, addresses',
    asks: 'An alert of scope Private names its recipients in <addresses>.',
    why: 'A private alert without recipients reaches nobody. Name them.',
    check: ({ scope, addresses }, find) => {
      if (scope === 'Private' && addresses === null)
        find('addresses', 'The scope is Private and no <addresses> names the recipients; name them.');
    },
  },
  quoted('addresses'),
  quoted('incidents'),
  {
    code: 'cap.note.exercise',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, alert, status',
    asks: 'An Exercise says in <note> which exercise it belongs to.',
    why: 'Those who take part have to know that it is for them, and everybody else that it is not. Name the exercise.',
    check: ({ status, note }, find) => {
      if (status === 'Exercise' && note === null)
        find('note', 'This is an Exercise, and no <note> says which one; name it there.');
    },
  },
  {
    code: 'cap.note.error',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, alert, msgType',
    asks: 'An alert of msgType Error says in <note> why it rejects what it refers to.',
    why: 'The sender of the rejected alert cannot mend what nobody names. Say what was wrong.',
    check: ({ msgType, note }, find) => {
      if (msgType === 'Error' && note === null)
        find('note', 'This rejects another alert, and no <note> says why; explain it there.');
    },
  },
  {
    code: 'cap.alert.no-info',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, alert, msgType and info',
    asks: 'An Alert or Update has at least one <info>.',
    why: 'Without one it does not say what happens, where, or what to do. Add an info block.',
    check: ({ msgType, infos }, find) => {
      if (infos.length === 0 && (msgType === 'Alert' || msgType === 'Update'))
        find('', `This ${msgType} has no <info>, so it does not say what happens; add one.`);
    },
  },
  {
    code: 'cap.password.deprecated',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.1, changes from 1.0',
    asks: 'There is no <password>.',
    why: 'Whoever reads the alert reads the password. Take it out, change it wherever it was used, and sign alerts instead.',
    check: ({ extra }, find) => {
      if (extra.some(({ name }) => name.slice(name.indexOf(':') + 1) === 'password'))
        find('password', 'The alert carries a <password> that everybody can read; take it out and change it.');
    },
  },
];
