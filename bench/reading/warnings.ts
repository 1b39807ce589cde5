/** Warnings of the marked article, field by field; a field that is marked as empty has to be empty. */
import { familyIn } from '../../src/core/hazard.ts';
import type { Warning } from '../../src/core/text/reading.ts';
import { type Gold, itemsOf, type Placed, plain } from './gold.ts';
import { type Figure, overlapOf, share } from './score.ts';

const codes: Readonly<Record<string, string>> = { UK: 'GB' };
const codeOf = (issuer: string): string => codes[issuer] ?? issuer.replaceAll('"', '');
const issuersOf = ({ issuer }: Placed): string[] => [issuer ?? []].flat().map(codeOf);

export function warningFigure(gold: Gold, warnings: readonly Warning[]): Figure {
  const items = itemsOf(gold, 'warning').flatMap((marked) => {
    const own = warningsFor(marked, warnings, gold);
    return Object.entries(checks).flatMap(([field, check]) =>
      field in marked ? [{ right: check(marked, own), what: `${marked.id} ${field}: ${shown(own, field)}` }] : [],
    );
  });
  return share(
    {
      name: 'seed: warning fields right',
      definition:
        'Every field that a marked warning states, also as empty, against the warnings of that issuer that were read from those words; where the reader joined them to an earlier warning of the issuer for the same place, against that one.',
    },
    items,
  );
}

const shown = (own: readonly Warning[], field: string): string =>
  own.length === 0 ? 'no warning was read' : `${own.length} read, with another ${field}`;

/** Of the same issuer, from the marked words, its speakers' included; else that which the reader joined it to. */
function warningsFor(marked: Placed, warnings: readonly Warning[], gold: Gold): Warning[] {
  const first = itemsOf(gold, 'warning').find(({ id }) => id === marked.sameAs);
  const spans = [marked.span, ...(first ? [first.span] : [])];
  const issuers = issuersOf(marked);
  const near = warnings.filter(({ words }) =>
    spans.some((span) => overlapOf(words, { start: span.start - 150, end: span.end }) > 0),
  );
  const by = (list: readonly Warning[]): Warning[] =>
    list.filter(({ issuer }) => issuer !== null && issuers.includes(issuer.value));
  const own = by(near);
  return own.length > 0 ? own : by(warnings.filter(({ speaker }) => speaker === null));
}

type Field = 'audience' | 'area' | 'level' | 'trend';
/** What is marked as empty has to be empty in all of them; else one of them has to say it. */
const says = (field: Field, value: string | null | undefined, own: readonly Warning[]): boolean =>
  own.length > 0 &&
  (value === null ? own.every((one) => one[field] === null) : own.some((one) => one[field]?.value === value));

const told: readonly (readonly [RegExp, string])[] = [
  [/^(?:avoid|stay away|not to approach)\b/, 'avoid'],
  [/^look for safe/, 'shelter'],
];
const tells = (words: string, own: readonly Warning[]): boolean =>
  own.some(({ instructions }) =>
    instructions.some(({ value }) => told.some(([form, meant]) => form.test(words) && meant === value)),
  );

const trends: Readonly<Record<string, string>> = { increasing: 'rising' };
const citizens: Readonly<Record<string, string>> = { USCIT: 'citizens:US' };

const checks: Readonly<Record<string, (marked: Placed, own: readonly Warning[]) => boolean>> = {
  issuer: (_, own) => own.length > 0,
  audience: (marked, own) => {
    const { audience = null } = marked;
    return says('audience', audience && (citizens[audience] ?? `citizens:${issuersOf(marked)[0]}`), own);
  },
  hazard: ({ hazard = '' }, own) =>
    own.some(
      (one) =>
        one.hazard !== null &&
        (one.hazard.value === familyIn(hazard) || plain(hazard).includes(plain(one.hazard.text))),
    ),
  area: ({ area = null }, own) => says('area', area?.replace(/^area near /, '') ?? null, own),
  instruction: ({ instruction }, own) =>
    own.length > 0 &&
    (instruction
      ? instruction.every((words) => tells(words, own))
      : own.every(({ instructions }) => instructions.length === 0)),
  level: ({ level = null }, own) => says('level', level, own),
  trend: ({ trend = null }, own) => says('trend', trend && (trends[trend] ?? trend), own),
  deadline: (_, own) => own.length > 0 && own.every(({ expires }) => expires === null),
};
