/** Events: what happened, threatens, is denied or is taken back, each by the words that name it. */
import type { Claim, EventRead, PlaceField } from '../../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { within } from '../../within.ts';
import { verbal } from '../../words/closed.ts';
import { withoutPassed } from '../../words/passed.ts';
import { ClaimsAt, type Said, sentencesThat } from '../sentences.ts';
import { harmIn } from './harm.ts';
import { statusOf } from './status.ts';
import { anyTrigger, type Trigger, triggerOf } from './triggers.ts';
import { eventWords } from './words.ts';

interface Draft extends Omit<EventRead, 'id'> {
  /** A line without a verb: “Explosion at the gate”. */
  readonly bare: boolean;
}

/** One more than are kept of a document: past these nothing is looked for. */
const mostLooked = 2001;

export function eventsOf(layers: Layers, claims: readonly Claim[]): EventRead[] {
  const title = layers.document.title ?? '';
  const lookup = new ClaimsAt(claims);
  const found: Draft[] = [];
  for (const sentence of sentencesThat(layers)) {
    if (found.length >= mostLooked || /\?["”]?$/.test(sentence.words)) continue;
    found.push(...inSentence(layers, sentence, lookup, title));
  }
  // What a headline says and a sentence tells too is told by the sentence.
  const kept = found.filter(
    (event) =>
      !event.bare ||
      !found.some(
        (other) =>
          !other.bare &&
          other.what.value === event.what.value &&
          (event.place === null || other.place?.value === event.place.value),
      ),
  );
  return kept.map(({ bare: _, ...event }, at) => ({ id: `e${at + 1}`, ...event }));
}

function inSentence(layers: Layers, sentence: Said, lookup: ClaimsAt, title: string): Draft[] {
  const found: Draft[] = [];
  const { words, passage } = sentence;
  const bare = !passage.words.some(
    (word, at) =>
      word.start >= sentence.start && word.end <= sentence.end && verbal(word.low, passage.words[at - 1]?.low ?? ''),
  );
  const there = withoutPassed(words);
  for (const match of words.matchAll(anyTrigger)) {
    const trigger = triggerOf(match);
    // Of an attack that is no longer threatened there is nothing to tell.
    if (!trigger || there[match.index] === ' ' || compound(words, match.index, match[0])) continue;
    const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const event = eventOf(layers, sentence, at, trigger, lookup.at(at.start), title, bare);
    // “an attack in which gunmen opened fire” is one event.
    const told = /opened fire|stormed|attacked/i.test(match[0])
      ? found.findIndex((one) => one.type === event.type && one.status === event.status)
      : -1;
    const first = found[told];
    if (first) found[told] = { ...first, targets: [...first.targets, ...event.targets] };
    else found.push(event);
  }
  return found;
}

/** “attack helicopter”, “heart attack”, “blast furnace” are none. */
const compound = (words: string, at: number, trigger: string): boolean =>
  /\b(?:heart|panic|asthma|anti|counter)[- ]$/i.test(words.slice(Math.max(0, at - 10), at)) ||
  /^[- ](?:helicopters?|dogs?|furnaces?|line|ads?)\b/i.test(words.slice(at + trigger.length, at + trigger.length + 12));

function eventOf(
  layers: Layers,
  sentence: Said,
  at: Span,
  trigger: Trigger,
  claim: Claim | null,
  title: string,
  bare: boolean,
): Draft {
  const { text } = layers.document;
  const { zone } = sentence.passage;
  const frame: Span =
    claim && claim.content.start >= sentence.start && claim.content.end <= sentence.end ? claim.content : sentence;
  const before = text.slice(frame.start, at.start);
  const after = text.slice(at.end, Math.min(frame.end, at.end + 400));
  const cue = claim?.cue?.text ?? '';
  const told = /\bwarn/i.test(cue) ? `${cue} ${before}` : before;
  const status = statusOf(
    told,
    after,
    claim?.stance === 'denies' && /\b(?:den|dismiss|reject|refut)/i.test(cue),
    title,
  );
  const places = within(layers.places, sentence).filter(({ metonym }) => !metonym);
  const place = placeOf(text, at, places, frame);
  const { start, end } =
    status === 'denied' || status === 'withdrawn' ? whole(text, frame) : wordsAt(text, sentence, at, places);
  const harm = status === 'happened' ? harmIn(sentence.words) : { killed: null, injured: null, victims: [] };
  const field = (span: Span): Field<string> => fieldOf(text, span, zone, text.slice(span.start, span.end));
  return {
    ...{
      bare,
      start,
      end,
      text: text.slice(start, end),
      type: trigger.type,
      status,
      killed: harm.killed,
      injured: harm.injured,
    },
    what: fieldOf(text, at, zone, trigger.what),
    time: within(layers.times, frame).find(({ value }) => value !== null) ?? null,
    place: place && fieldOf(text, { start: place.start, end: place.end }, zone, place.value),
    perpetrators: {
      individuals: matches(sentence, gunmen).map(field),
      organisations: organisations(layers, sentence, at),
    },
    targets: targetsOf(sentence, at).map(field),
    victims: harm.victims.map((span) => field({ start: span.start + sentence.start, end: span.end + sentence.start })),
    weapons: matches(sentence, arms).map(field),
  };
}

const whole = (text: string, frame: Span): Span => {
  let { end } = frame;
  while (end > frame.start && /[\s.]/.test(text[end - 1] ?? '')) end--;
  return { start: frame.start, end };
};

function wordsAt(text: string, sentence: Said, at: Span, places: readonly PlaceField[]): Span {
  const local = (span: Span): Span => ({ start: span.start - sentence.start, end: span.end - sentence.start });
  const found = eventWords(text.slice(sentence.start, sentence.end), local(at), places.map(local));
  return { start: found.start + sentence.start, end: found.end + sentence.start };
}

/** The first place after the word in its clause, of two joined by “of” the smaller; else the last before it. */
function placeOf(text: string, at: Span, places: readonly PlaceField[], frame: Span): PlaceField | null {
  const stands = (one: PlaceField): boolean => {
    const before = text.slice(Math.max(frame.start, one.start - 30), one.start);
    return facility.test(one.kind) ? !/\b(?:by|from) (?:the )?$/i.test(before) : where.test(before);
  };
  const after = places.find(
    (one) =>
      one.start >= at.end &&
      one.end <= frame.end &&
      stands(one) &&
      !/[;]|, (?:and|but|while) /.test(text.slice(at.end, one.start)),
  );
  if (after) return after;
  return places.findLast((one) => one.end <= at.start && one.start >= frame.start && stands(one)) ?? null;
}

const facility = /^(?:airport|port|building)$/;
const where =
  /\b(?:in|at|near|outside|inside|around|across|on|of|throughout|to|over|off|north|south|east|west|central|northern|southern|eastern|western|north-?eastern|capital,?|city of|province of|town of) (?:the )?$/i;

const gunmen =
  /\b(?:gunm[ae]n|(?:suicide )?bombers?|attackers?|assailants?|militants|insurgents|hijackers?|kidnappers?)\b/gi;
const arms =
  /\b(?:(?:car |truck |roadside |suicide |petrol )?bombs?|explosives?|rockets?|missiles?|grenades?|mortars?|rifles?|guns?|pistols?|kni(?:fe|ves)|machetes?|drones?|suicide vests?|dynamite|improvised explosive devices?|IEDs?)\b/gi;

const matches = ({ words, start }: Said, pattern: RegExp): Span[] =>
  [...words.matchAll(pattern)]
    .slice(0, 5)
    .map(({ 0: found, index }) => ({ start: start + index, end: start + index + found.length }));

/** Groups that the sentence makes answerable: “by ISIS-K”, “ISIS-K claimed”, “the group has been blamed”. */
function organisations(layers: Layers, sentence: Said, at: Span): Field<string>[] {
  const { text } = layers.document;
  return within(layers.names, sentence)
    .filter(({ type }) => type === 'armed-group')
    .filter(({ start, end }) => {
      const before = text.slice(Math.max(sentence.start, start - 40), start);
      const after = text.slice(end, Math.min(sentence.end, end + 50));
      const by = start > at.start && /\b(?:by|from)\s+(?:the\s+)?(?:group known as\s+)?$/i.test(before);
      return (
        by ||
        /^\s+(?:\p{L}+\s+){0,3}(?:claimed|carried out|has been blamed|was blamed|attacked|was credited)\b/u.test(
          after,
        ) ||
        /\bblamed (?:on )?(?:the )?$/i.test(before)
      );
    })
    .map(({ start, end, zone, value }) => fieldOf(text, { start, end }, zone, value));
}

/** “an attack on Kabul airport”, “opened fire at a maternity hospital”. */
function targetsOf({ words, start }: Said, at: Span): Span[] {
  const after = words.slice(at.end - start);
  const found =
    /^\s+(?:on|against|at|targeting)\s+((?:(?:the|a|an|his|her|their|its)\s+)?(?:[\p{L}’-]+\s?){1,4}?)(?=\s+(?:in|on|by|and|when|that|which|who|near|of|is|was|has|were|with|killed)\b|[.,;:”"]|$)/iu.exec(
      after,
    );
  if (!found?.[1]) return [];
  const from = at.end + found[0].length - found[1].length;
  return [{ start: from, end: from + found[1].trimEnd().length }];
}
