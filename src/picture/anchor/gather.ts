/** Every alert and reading to the anchors it belongs to. Depends on what is recorded alone; what counts at a moment is chosen later. */
import { familyIn } from '../../core/hazard.ts';
import type { AlertView } from '../../core/model.ts';
import type { ReadingView } from '../../core/situation.ts';
import type { Claim } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import type { Instant } from '../../core/time/time.ts';
import { type PlacedPart, partsOf } from './alert-spots.ts';
import { type Anchor, Anchors, type Placed } from './anchors.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Spot } from './spot.ts';
import { beginOf, saidAt } from './time.ts';
import { isIn, type Word, wordsOf } from './words.ts';

interface Heard {
  readonly reading: ReadingView;
  readonly words: readonly Word[];
}

/** Anchors in order of founding. First whatever may found one, in recorded order; then the words that can only join. */
export function gather(
  alerts: readonly AlertView[],
  readings: readonly ReadingView[],
  gazetteer: Gazetteer,
): readonly Anchor[] {
  const anchors = new Anchors();
  const begins = new Map(alerts.map((view) => [view.id, beginOf(view)]));
  const isWarning = ({ state }: AlertView): boolean => state !== 'not-actual' && state !== 'not-a-warning';
  const parts = alerts.filter(isWarning).flatMap((view) => partsOf(view, begins, gazetteer));
  const heard = readings.map((reading) => ({ reading, words: wordsOf(reading, gazetteer) }));
  for (const one of inOrder(parts, heard)) 'placed' in one ? joinPart(anchors, one) : foundBy(anchors, one);
  for (const one of heard) new Joining(anchors, one).run();
  return anchors.all;
}

type Founder = PlacedPart | Heard;

/** By commit, alerts before the readings of the same one; then by id, so that the order of the input says nothing. */
function inOrder(parts: readonly PlacedPart[], heard: readonly Heard[]): Founder[] {
  const keyOf = (one: Founder): readonly [number, string] =>
    'placed' in one ? [one.view.recorded.seq, `a${one.view.id}`] : [one.reading.recorded.seq, `r${one.reading.report}`];
  const keyed = [...parts, ...heard].map((one) => ({ one, key: keyOf(one) }));
  keyed.sort((a, b) => a.key[0] - b.key[0] || (a.key[1] < b.key[1] ? -1 : a.key[1] > b.key[1] ? 1 : 0));
  return keyed.map(({ one }) => one);
}

function joinPart(anchors: Anchors, { view, part, placed }: PlacedPart): void {
  const found = anchors.find(placed);
  for (const anchor of found.length > 0 ? found : [anchors.found(placed)]) {
    anchors.join(anchor, placed);
    anchors.rests(anchor, view.report);
    anchor.parts.push({ view, part, spot: placed.spot });
  }
}

function foundBy(anchors: Anchors, { reading, words }: Heard): void {
  for (const { family, spots, founds } of words) {
    if (!founds || family === null || spots.length === 0) continue;
    const placed = spots.map((spot) => placedAt(family, spot, reading));
    const found = placed.flatMap((one) => anchors.find(one).map((anchor) => ({ anchor, one })));
    const first = placed[0] as Placed;
    if (found.length === 0) found.push({ anchor: anchors.found(first), one: first });
    for (const { anchor, one } of found) anchors.join(anchor, one);
  }
}

function placedAt(family: string, spot: Spot, reading: ReadingView): Placed {
  const at: Instant = saidAt(reading);
  return { family, spot, from: at, until: at, vouched: false };
}

/** Characters between two deeds that are told together: a few sentences. */
const beside = 600;

/** One reading's words to the anchors that are there. */
class Joining {
  readonly #anchors: Anchors;
  readonly #heard: Heard;
  readonly #claims = new Map<Claim, readonly Anchor[]>();
  /** Where deeds that name a place joined, and where in the text: one told beside them without a place belongs there too. */
  readonly #deeds = new Map<Anchor, Span[]>();
  readonly #titled: string | null;

  constructor(anchors: Anchors, heard: Heard) {
    this.#anchors = anchors;
    this.#heard = heard;
    this.#titled = familyIn(heard.reading.title ?? '');
  }

  run(): void {
    const { reading, words } = this.#heard;
    const placed = words.map((word) => [word, this.#where(word)] as const);
    for (const [word, anchors] of placed) {
      if (word.kind === 'claim') this.#joinClaim(word.claim, anchors);
      if (word.kind === 'event') for (const anchor of anchors) this.#joinEvent(anchor, word);
    }
    this.#joinContradictions(words);
    this.#joinPlaceless(words);
    for (const [word, anchors] of placed)
      if (word.kind === 'warning')
        for (const anchor of anchors.length > 0 ? anchors : this.#whereClaimed(word)) {
          anchor.warnings.push({ reading, warning: word.warning });
          anchor.readings.add(reading);
        }
  }

  /** A claim or warning of no family of its own goes by the title's. */
  #where({ family, spots, kind: what }: Word): Anchor[] {
    const { reading } = this.#heard;
    const kind = family ?? (what === 'event' ? null : this.#titled);
    if (kind === null) return [];
    const found = spots.flatMap((spot) => this.#anchors.find(placedAt(kind, spot, reading)));
    return [...new Set(found)];
  }

  #joinClaim(claim: Claim, anchors: readonly Anchor[]): void {
    const { reading } = this.#heard;
    if (anchors.length > 0) this.#claims.set(claim, anchors);
    for (const anchor of anchors) {
      anchor.claims.push({ reading, claim });
      anchor.readings.add(reading);
    }
  }

  #joinEvent(anchor: Anchor, { event, spots }: Word & { kind: 'event' }): void {
    anchor.events.push({ reading: this.#heard.reading, event, spot: spots[0] ?? null });
    anchor.readings.add(this.#heard.reading);
    if (event.place === null || event.status === 'threatened') return;
    this.#deeds.set(anchor, [...(this.#deeds.get(anchor) ?? []), event]);
  }

  /** A denial belongs to what it denies, though it names neither danger nor place. */
  #joinContradictions(words: readonly Word[]): void {
    for (const word of words) {
      if (word.kind !== 'claim' || word.claim.contradicts === null || this.#claims.has(word.claim)) continue;
      const against = [...this.#claims].find(([claim]) => claim.id === word.claim.contradicts);
      if (against) this.#joinClaim(word.claim, against[1]);
    }
  }

  /** A deed without a place is told beside one that has it, or in the report that an alert here was made of. */
  #joinPlaceless(words: readonly Word[]): void {
    const own = this.#anchors.ofReport(this.#heard.reading.report);
    const anchors = [...new Set([...this.#deeds.keys(), ...own])];
    for (const word of words) {
      if (word.kind !== 'event' || word.event.place !== null || word.event.status === 'threatened') continue;
      // “Of recent years” is a time that nobody can place, and most likely not now.
      if (word.event.time !== null && word.event.time.value === null) continue;
      for (const anchor of anchors.filter(({ family }) => family === word.family)) {
        const isBeside = (this.#deeds.get(anchor) ?? []).some(({ start }) => Math.abs(start - word.start) <= beside);
        if (isBeside || own.includes(anchor)) this.#joinEvent(anchor, word);
      }
    }
  }

  /** A warning that names no danger is of the one its reading speaks of at that place; one without a place, of its own claims'. */
  #whereClaimed({ spots, family, warning: { words } }: Word & { kind: 'warning' }): Anchor[] {
    const claims = [...this.#claims];
    if (spots.length === 0) {
      const own = claims.filter(([claim]) => isIn(claim.content, words) || isIn(words, claim.content));
      return [...new Set(own.flatMap(([, anchors]) => anchors))];
    }
    if (family !== null) return [];
    const spoken = new Set([...claims.flatMap(([, anchors]) => anchors), ...this.#deeds.keys()]);
    return [...spoken].filter(({ spot }) => spots.some((own) => sameRoot(own, spot)));
  }
}

const sameRoot = (a: Spot, b: Spot): boolean => a.kind === 'place' && b.kind === 'place' && a.root.id === b.root.id;
