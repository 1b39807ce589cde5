/** Which government or office stands behind whoever speaks; each with the words that say so. */
import { countryOfSeat, placesNamed } from '../../../core/geo/gazetteer.ts';
import type { NameField } from '../../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { countryWordsIn } from '../../names/countries.ts';
import { actorOf } from '../../names/names.ts';
import { officials } from '../../names/titles.ts';
import { overlaps, within } from '../../within.ts';
import { tailOf } from '../../words/tokens.ts';

export class Issuers {
  readonly #layers: Layers;
  readonly #ofPerson = new Map<string, Field<string> | null>();
  #dateline: Field<string> | null | undefined;
  constructor(layers: Layers) {
    this.#layers = layers;
  }

  /** Of a speaker as a claim has it; empty when nobody can warn by these words: a witness, an analyst. */
  of(speaker: Field<string>): readonly Field<string>[] {
    for (const words of [speaker, this.#spokeBefore(speaker)]) {
      const stated = words === null ? [] : this.#inWords(words, speaker.zone);
      if (stated.length > 0) return stated;
    }
    const person = this.#layers.persons.get(speaker.value);
    if (person) {
      const country = this.#country(person);
      return country ? [country] : [];
    }
    const inside = within(this.#layers.names, speaker).find(({ type }) => type !== 'person' && type !== 'facility');
    if (inside)
      return [{ ...inside, value: inside.value }].map(({ text, start, end, zone, value }) => ({
        text,
        start,
        end,
        zone,
        value,
      }));
    const low = speaker.text.toLowerCase().split(/[^a-z]+/);
    const official = low.find((word) =>
      /^(authorities|officials|police|government|ministry|army|governor|mayor|embassy|ambassador|president|minister)$/.test(
        word,
      ),
    );
    return official ? [{ ...speaker, value: official }] : [];
  }

  /** “The Belgian ambassador”, whom “the ambassador” means further on. */
  #spokeBefore({ text, start, value }: Field<string>): Span | null {
    if (!/^(?:an?|the) /.test(value) || value.endsWith(text.slice(1))) return null;
    const words = value.replace(/^\w+ /, '');
    const before = tailOf(this.#layers.document.text, { start: 0, end: start }, 20_000);
    const at = before.lastIndexOf(` ${words}`) + 1;
    return at === 0 ? null : { start: start - before.length + at, end: start - before.length + at + words.length };
  }

  /** Governments named in the words themselves, in order, each once. */
  #inWords(span: Span, zone: string): Field<string>[] {
    const { document, places, names } = this.#layers;
    const { text } = document;
    const found: Field<string>[] = [];
    const add = (at: Span, code: string): void => {
      if (!found.some(({ value }) => value === code))
        found.push(fieldOf(text, { start: at.start, end: at.end }, zone, code));
    };
    const governing = within(places, span).filter((place) => place.metonym || place.kind === 'country');
    const groups = within(names, span).filter(({ type }) => type === 'armed-group');
    for (const place of governing) if (!groups.some((group) => overlaps(group, place))) add(place, place.country);
    for (const word of countryWordsIn(text.slice(span.start, span.end))) {
      const at = { start: span.start + word.start, end: span.start + word.end };
      if (!groups.some((group) => overlaps(group, at))) add(at, word.code);
    }
    for (const name of within(names, span)) {
      const country = actorOf(name)?.country;
      if (country !== undefined) add(name, country);
    }
    return found.sort((a, b) => a.start - b.start);
  }

  /** Of a person: by the words before his name wherever it stands, else by the capital in the text's dateline. */
  #country(person: NameField): Field<string> | null {
    const known = this.#ofPerson.get(person.value);
    if (known !== undefined) return known;
    let found: Field<string> | null = null;
    let official = false;
    for (const name of this.#layers.names) {
      if (name.value !== person.value || name.type !== 'person') continue;
      const { text } = this.#layers.document;
      const line = text.slice(Math.max(0, name.start - 60), name.start);
      const title =
        /(?:[\p{L}.’-]+[ ]){0,6}$/u.exec(
          line.slice(Math.max(line.lastIndexOf('\n'), line.lastIndexOf(', '), line.lastIndexOf('. ')) + 1),
        )?.[0] ?? '';
      const lows = title
        .toLowerCase()
        .split(' ')
        .filter((word) => word !== '');
      official ||= lows.some((word) => officials.has(word));
      if (lows.length > 0 && lows.some((word) => officials.has(word)))
        found ??= this.#inWords({ start: name.start - title.length, end: name.start }, name.zone)[0] ?? null;
    }
    found ??= official ? this.#fromDateline() : null;
    this.#ofPerson.set(person.value, found);
    return found;
  }

  /** “Washington, 24 August 2021” alone in a block, of a text that no medium publishes: a capital stands for its government. */
  #fromDateline(): Field<string> | null {
    if (this.#dateline !== undefined) return this.#dateline;
    const { document } = this.#layers;
    this.#dateline = null;
    for (const block of document.blocks.slice(0, 6)) {
      const line = document.text.slice(block.start, block.end);
      const head =
        /^(\p{Lu}[\p{L}. ]{2,30}),? \d{1,2} \p{Lu}\p{L}+ \d{4}$|^(\p{Lu}[\p{L}. ]{2,30}), \p{Lu}\p{L}+ \d{1,2}, \d{4}$/u.exec(
          line.trim(),
        );
      const name = head?.[1] ?? head?.[2];
      if (name === undefined) continue;
      const seat = placesNamed(name)
        .map(countryOfSeat)
        .find((country) => country !== null);
      if (seat)
        this.#dateline = fieldOf(
          document.text,
          { start: block.start, end: block.start + name.length },
          block.zone,
          seat.id,
        );
    }
    return this.#dateline;
  }
}
