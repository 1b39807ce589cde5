/** The rules that the schemas make, for the one table: families over the names of elements, and those that have none. */
import type { Rule } from '../rule.ts';
import { alertModels, type Model, type Particle } from './models.ts';

/** Each name that any of the schemas has, as its newest has it last. */
function particlesOf({ particles }: Model): readonly Particle[] {
  return particles.flatMap((particle) => [particle, ...(particle.model ? particlesOf(particle.model) : [])]);
}

const all: readonly Particle[] = Object.values(alertModels).flatMap(particlesOf);

const namesOf = (has: (particle: Particle) => boolean): readonly string[] => [
  ...new Set(all.filter(has).map(({ name }) => name)),
];

const isTime = ({ type }: Particle): boolean => type === 'dateTime' || type === 'capDateTime';
const isNumberOrName = ({ type }: Particle): boolean =>
  type === 'language' || type === 'integer' || type === 'decimal' || type === 'anyURI';

type Said = Pick<Rule, 'asks' | 'why'>;

const rule = (code: string, said: Said): Rule => ({
  code,
  judges: 'schema',
  severity: 'error',
  source: 'XML Schemas of CAP 1.0, 1.1 and 1.2',
  ...said,
});

const family = (names: readonly string[], fault: string, said: (name: string) => Said): readonly Rule[] =>
  names.map((name) => rule(`cap.${name}.${fault}`, said(name)));

const single: readonly Rule[] = [
  rule('cap.element.order', {
    asks: 'Elements stand in the order in which the schema names them; a signature stands last.',
    why: 'A receiver that checks strictly refuses the whole warning for one element out of its place. Move it.',
  }),
  rule('cap.element.unknown', {
    asks: 'In each element of CAP only those stand that the schema names there.',
    why: 'Receivers do not look at such an element, or refuse the warning. Take it out, or move it to where CAP has it.',
  }),
  rule('cap.element.foreign', {
    asks: 'Elements of other namespaces do not stand in an alert; CAP 1.2 has one exception, signatures at its end.',
    why: 'Receivers that check strictly refuse the warning. What CAP has no word for goes into a parameter.',
  }),
  rule('cap.element.nested', {
    asks: 'An element that holds text holds no elements.',
    why: 'Receivers may show the words without those inside, or none. Keep the words and take the elements out.',
  }),
  rule('cap.text.stray', {
    asks: 'Between the elements of a holder stands white space and nothing else.',
    why: 'Nobody is shown text that stands loose; it may be the words that matter. Put it into an element.',
  }),
  rule('cap.attribute.unknown', {
    asks: 'Elements of CAP have no attributes.',
    why: 'Receivers do not look at them, or refuse the warning. Take them out.',
  }),
];

export const schemaRules: readonly Rule[] = [
  ...single,
  ...family(
    namesOf(({ required }) => required),
    'missing',
    (name) => ({
      asks: `<${name}> stands in each element that the schema asks it of, and says something.`,
      why: 'Without it receivers refuse the warning, or have to guess how much it matters and to whom. Add it.',
    }),
  ),
  ...family(
    namesOf(({ repeats }) => !repeats),
    'repeated',
    (name) => ({
      asks: `<${name}> stands at most once.`,
      why: 'Of two, each receiver may take another one, and people are told different things. Keep the one that is meant.',
    }),
  ),
  ...family(
    namesOf(({ type }) => Array.isArray(type)),
    'not-in-list',
    (name) => ({
      asks: `<${name}> is one of the words that the schema lists, in their writing and without white space.`,
      why: 'Receivers sort and rank warnings by these words; one they do not know counts as nothing. Use one of the list.',
    }),
  ),
  ...family(namesOf(isTime), 'form', (name) => ({
    asks: `<${name}> is written like 2002-05-24T16:49:00-07:00 in CAP 1.2, and as an XML dateTime in 1.0 and 1.1.`,
    why: 'Strict receivers refuse any other writing, even one that is clear. UTC is written -00:00.',
  })),
  ...family(namesOf(isTime), 'no-offset', (name) => ({
    asks: `<${name}> has its offset from UTC.`,
    why: 'Without it the moment can lie hours earlier or later, and a warning can end before it began. Add the offset.',
  })),
  ...family(namesOf(isTime), 'unreadable', (name) => ({
    asks: `<${name}> is a date and time that exists.`,
    why: 'Nobody can say when the warning holds. Write the time that is meant.',
  })),
  ...family(namesOf(isNumberOrName), 'type', (name) => ({
    asks: `<${name}> is written as its type asks.`,
    why: 'Programs that use the value cannot read it, and strict receivers refuse the warning. Write it as the message says.',
  })),
];
