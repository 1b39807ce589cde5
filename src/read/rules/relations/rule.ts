/** Relations between actors, by a few plain forms of words; what they don't fit stays unsaid. */
import type { Claim, NameField, PlaceField, Relation } from '../../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { within } from '../../within.ts';
import { ClaimsAt, type Said, sentencesThat } from '../sentences.ts';

/** `between` stands between subject and object; `swap`: the object comes first. */
const forms: readonly { readonly relation: Relation['relation']; readonly between: RegExp; readonly swap?: true }[] = [
  {
    relation: 'affiliate-of',
    between:
      /^,? (?:is |was |as )?(?:an? |the )?(?:\p{L}+ )?(?:affiliate|branch|chapter|offshoot|wing|arm) of (?:the )?$/iu,
  },
  { relation: 'part-of', between: /^,? (?:is|was|are|were) (?:an? )?part of (?:the )?$/iu },
  {
    relation: 'pledged-allegiance-to',
    between:
      /^ (?:has |have |had )?(?:pledged|swore|sworn|declared) (?:its |their |his )?(?:allegiance|loyalty) to (?:the )?(?:\p{L}+ ){0,3}(?:leader,? )?$/iu,
  },
  {
    relation: 'rival-of',
    between:
      /^ (?:is|are|was|were|has been) (?:an? |the )?(?:sworn |bitter |main |chief |arch)?(?:-?rivals?|enem(?:y|ies)|nemesis|foes?) of (?:the )?$/iu,
  },
  {
    relation: 'ally-of',
    between: /^ (?:is|are|was|were) (?:an? |the )?(?:close |key )?(?:ally|allies|allied) (?:of|with) (?:the )?$/iu,
  },
  {
    relation: 'recognised-by',
    between:
      /^ (?:has been |was |were |is )?(?:officially |formally )?recogni[sz]ed by (?:the )?(?:central leadership of )?(?:the )?$/iu,
  },
  {
    relation: 'recognised-by',
    swap: true,
    between: /^ (?:has |have )?(?:officially |formally )?recogni[sz]ed (?:the )?$/iu,
  },
  {
    relation: 'formed-from',
    between:
      /^ (?:was|were|is) (?:formed|created|founded|set up) (?:by|from|out of) (?:former |fighters of |members of )*(?:the )?$/iu,
  },
];
const operates =
  /^ (?:currently |mainly |largely )?(?:operates?|operated|(?:is|are|was|were) (?:active|based)|(?:had )?(?:settled|established (?:itself|themselves))) (?:largely |mainly |mostly )?(?:in|from) (?:the )?(?:\p{L}+ (?:of )?){0,5}$/iu;
const quick =
  /\b(?:affiliate|branch|chapter|offshoot|wing|arm|part|allegiance|loyalty|rivals?|enem(?:y|ies)|nemesis|foes?|all(?:y|ies|ied)|recogni[sz]ed|formed|created|founded|operate[sd]?|active|based|settled|established)\b/i;

/** Each with its own words and whoever says so: that somebody calls two groups enemies makes them none. */
export function relationsOf(layers: Layers, claims: readonly Claim[]): Relation[] {
  const lookup = new ClaimsAt(claims.filter(({ speaker }) => speaker !== null));
  return related(layers).map((one) => ({ ...one, speaker: lookup.at(one.start)?.speaker ?? null }));
}

function related(layers: Layers): Relation[] {
  const found: Relation[] = [];
  for (const sentence of sentencesThat(layers)) {
    if (!quick.test(sentence.words)) continue;
    const names = within(layers.names, sentence).filter(
      ({ type }) => type === 'armed-group' || type === 'organisation' || type === 'person',
    );
    names.forEach((name, at) => {
      const next = names[at + 1];
      if (next && next.value !== name.value) found.push(...between(layers, sentence, name, next));
      const place = within(layers.places, { start: name.end, end: Math.min(sentence.end, name.end + 120) }).find(
        ({ metonym }) => !metonym,
      );
      if (place && name.type === 'armed-group' && operates.test(layers.document.text.slice(name.end, place.start)))
        found.push(relation(layers, sentence, name, 'operates-in', place));
    });
  }
  return found;
}

function between(layers: Layers, sentence: Said, first: NameField, second: NameField): Relation[] {
  const words = layers.document.text.slice(first.end, second.start);
  if (words.length > 90) return [];
  const form = forms.find((one) => one.between.test(words));
  if (!form) return [];
  return [
    form.swap
      ? relation(layers, sentence, second, form.relation, first)
      : relation(layers, sentence, first, form.relation, second),
  ];
}

function relation(
  { document }: Layers,
  { passage }: Said,
  subject: NameField,
  kind: Relation['relation'],
  object: NameField | PlaceField,
): Relation {
  const { text } = document;
  const start = Math.min(subject.start, object.start);
  const end = Math.max(subject.end, object.end);
  const [first, second] = subject.start < object.start ? [subject, object] : [object, subject];
  const between = text.slice(first.end, second.start);
  const from = first.end + (between.length - between.trimStart().length);
  const field = ({ start: from, end: to }: Span, value: string): Field<string> =>
    fieldOf(text, { start: from, end: to }, passage.zone, value);
  return {
    subject: field(subject, subject.value),
    relation: kind,
    object: field(object, object.value),
    words: fieldOf(text, { start: from, end: first.end + between.trimEnd().length }, passage.zone, null),
    text: text.slice(start, end),
    start,
    end,
  };
}
