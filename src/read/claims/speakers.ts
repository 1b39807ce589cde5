/** Who a noun phrase is: a person, a group, a government; pronouns and “the group” are the last that they can mean. */
import type { NameField, PlaceField } from '../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../core/text/span.ts';
import { within } from '../within.ts';
import { TitledSpeakers } from './titled.ts';

export interface Sources {
  readonly text: string;
  readonly names: readonly NameField[];
  readonly places: readonly PlaceField[];
  readonly persons: ReadonlyMap<string, NameField>;
  /** Name of a country by its code. */
  readonly countryName: (code: string) => string | null;
}

/** What was said and named before, as far as later words may mean it. */
export class Speakers {
  readonly #sources: Sources;
  readonly #titled: TitledSpeakers;
  /** Whoever spoke last. */
  last: Field<string> | null = null;
  #person: Field<string> | null = null;
  #many: Field<string> | null = null;
  constructor(sources: Sources) {
    this.#sources = sources;
    this.#titled = new TitledSpeakers(sources.text, sources.names);
  }

  /** The field over the span, whom later words may mean; value: canonical name, else the words themselves. */
  resolve(span: Span, zone: string): Field<string> {
    const field = this.through(span, zone);
    this.last = field;
    if (one.test(field.text) || this.#isPerson(field.value)) this.#person = field;
    else this.#many = field;
    if (one.test(field.text) && !this.#isPerson(field.value)) this.#titled.add(span.start, field.value);
    return field;
  }

  /** The same for somebody who only passes words on. */
  through(span: Span, zone: string): Field<string> {
    const { text } = this.#sources;
    const words = text.slice(span.start, span.end);
    const meant = this.#meant(words.toLowerCase(), span) ?? this.#titled.meantBy(words, span.start);
    return fieldOf(text, span, zone, meant ?? this.#named(words, span) ?? plainly(words));
  }

  #isPerson(value: string): boolean {
    return this.#sources.persons.has(value);
  }

  #meant(low: string, span: Span): string | null {
    if (/^(he|she)$/.test(low)) return this.#person?.value ?? null;
    if (/^(they|it|who|we)$/.test(low)) return (this.#many ?? this.last)?.value ?? null;
    if (
      /\b(the|a) (group|movement|organi[sz]ation|militants|insurgents|network)\b/.test(low) ||
      /^(the )?group('s|’s)?\b|^a group\b/.test(low)
    )
      return this.#groupBefore(span.start)?.value ?? null;
    return null;
  }

  /** The last group that a sentence before began with, else the last named at all. */
  #groupBefore(start: number): NameField | null {
    const { names, text } = this.#sources;
    const before = within(names, { start: Math.max(0, start - 1500), end: start }).filter(
      ({ type }) => type === 'armed-group',
    );
    const heads = before.filter((name) =>
      /(^|[.?!:]["”]?\s|\n)(\p{L}+ ){0,1}$/u.test(text.slice(Math.max(0, name.start - 20), name.start)),
    );
    return heads.at(-1) ?? before.at(-1) ?? null;
  }

  #named(words: string, span: Span): string | null {
    const { names, places, countryName } = this.#sources;
    const inside = within(names, span);
    const person = inside.find(({ type }) => type === 'person');
    if (person) return person.value;
    if (one.test(words)) return null;
    if (inside[0]) return inside[0].value;
    const country = within(places, span).find((place) => place.kind === 'country' || place.metonym);
    return country ? countryName(country.country) : null;
  }
}

/** A single nameless person: “a Taliban spokesman”. */
const one =
  /\b(spokes(man|woman|person)|president|ambassador|secretary|general|governor|mayor|judge|coach|director|chief|head|chairman|member|official|officer|minister|commander|diplomat|witness|resident|source|analyst|expert|leader|soldier|doctor)\b/i;

/** “A Taliban spokesman” at the start of a sentence is “a Taliban spokesman”. */
const plainly = (words: string): string =>
  words.replace(/\s+/g, ' ').replace(/^(A|An|The|Some|Several|Two|Both)\b/, (first) => first.toLowerCase());
