/** The pages of docs/cap/rules: one for each code that a finding of CAP can have, and the index by subject. */
import { type Rule, rules } from '../../src/core/cap/index.ts';
import { alertLayout, areaLayout, infoLayout, namedValueLayout, resourceLayout } from '../../src/core/cap/layout.ts';
import { profileCases } from '../../src/core/cap/profiles/cases.ts';
import { profiles } from '../../src/core/cap/profiles/index.ts';
import { chainRules } from '../../src/core/cap/rules/chain.ts';
import { exampleOf } from '../../src/core/cap/rules/examples/index.ts';
import { type Note, notes } from '../../src/core/cap/rules/notes.ts';
import { xmlRules } from '../../src/core/cap/rules/xml.ts';
import { signatureNotes } from '../../src/seal/cap/notes.ts';
import { escaped, exampleSections, type Shown } from './example.ts';

interface Entry {
  readonly rule: Omit<Rule, 'judges' | 'check'>;
  /** Which verdict counts it, as a sentence of Markdown. */
  readonly judges: string;
  readonly subject: string;
  readonly shown: Shown | null;
}

/** In the order of the index. */
const subjects = [
  'The file and its XML',
  'Feeds, envelopes and files of several',
  'Any element',
  'The alert',
  '`info`',
  '`resource`',
  '`area`',
  'The life of alerts',
  'Signatures',
  'Writing',
  'What is not listed or not read',
  ...profiles.map(({ title }) => title),
] as const;
type Subject = string;

const elements: readonly (readonly [Subject, readonly string[]])[] = [
  ['`resource`', ['resource', ...resourceLayout.keys()]],
  ['`area`', [...areaLayout.keys(), 'area']],
  ['`info`', ['info', ...infoLayout.keys(), ...namedValueLayout.keys()]],
  ['The alert', ['alert', 'password', ...alertLayout.keys()]],
];

const ofFile: ReadonlySet<string> = new Set(xmlRules.map(({ code }) => code));

function subjectOf({ code }: Rule): Subject {
  if (ofFile.has(code)) return 'The file and its XML';
  const [, element = ''] = code.split('.');
  if (element === 'chain') return 'The life of alerts';
  if (['element', 'attribute', 'text'].includes(element)) return 'Any element';
  return elements.find(([, names]) => names.includes(element))?.[0] ?? 'Feeds, envelopes and files of several';
}

const verdicts = {
  xml: 'the verdict `xml`',
  schema: 'the verdict `schema`',
  spec: 'the verdict `spec`',
  none: 'no verdict: it is a limit of this reader, and no fault of the alert',
} as const;

const ofStandard = (rule: Rule): Entry => ({
  rule,
  judges: rule.code.startsWith('cap.chain.')
    ? 'no verdict: `revisionOf` finds it, for one alert alone can not show it'
    : verdicts[rule.judges as keyof typeof verdicts],
  subject: subjectOf(rule),
  shown: exampleOf(rule.code),
});

const ofNote =
  (subject: Subject) =>
  (note: Note): Entry => ({ rule: note, judges: `no verdict: reported by ${note.by}`, subject, shown: note.shown });

const entries: readonly Entry[] = [
  ...[...rules, ...chainRules].map(ofStandard),
  ...signatureNotes.map(ofNote('Signatures')),
  ...notes.map((note) =>
    ofNote(note.code.startsWith('cap.write.') ? 'Writing' : 'What is not listed or not read')(note),
  ),
  ...profiles.flatMap(({ name, title, rules: own }) =>
    own.map((rule) => ({
      rule,
      judges: `the verdict of the profile \`${name}\``,
      subject: title,
      shown: profileCases.find(({ code }) => code === rule.code) ?? null,
    })),
  ),
];

const made = '<!-- Made from the table of rules by scripts/cap-docs.ts; do not edit. -->';

const weights = {
  error: 'error: the verdict becomes `invalid`',
  warning: 'warning: somebody should look; the verdict stays',
  info: 'info: worth knowing; the verdict stays',
} as const;

function page({ rule: { code, severity, source, asks, why }, judges, shown }: Entry): string {
  const weight = judges.startsWith('no verdict') ? severity : weights[severity];
  return `${[
    `# ${code}`,
    made,
    escaped(asks),
    `| | |\n| --- | --- |\n| weighs | ${weight} |\n| counts against | ${judges} |\n| source | ${source} |`,
    `## Why, and what to do\n\n${escaped(why)}`,
    ...(shown === null ? [] : exampleSections(code, shown)),
    '[All rules](README.md)',
  ].join('\n\n')}\n`;
}

const row = ({ rule: { code, severity, asks } }: Entry): string =>
  `| [${code}](${code}.md) | ${severity} | ${escaped(asks).replaceAll('|', '\\|')} |`;

function index(): string {
  const sections = subjects.map((subject) => {
    const own = entries.filter((entry) => entry.subject === subject);
    return `## ${subject}\n\n| code | weighs | asks |\n| --- | --- | --- |\n${own.map(row).join('\n')}`;
  });
  const intro = `Every finding has a code, and every code a page: what is asked, why, where it stands, and an example. An error makes its
verdict invalid; a warning or an info never does. [The library's page](../README.md) says how to check.`;
  return `${['# What is asked of an alert', made, intro, ...sections].join('\n\n')}\n`;
}

/** File name → content. */
export const rulePages = (): ReadonlyMap<string, string> =>
  new Map([['README.md', index()], ...entries.map((entry) => [`${entry.rule.code}.md`, page(entry)] as const)]);
