/** The picture as the API speaks of it. Whatever is said is cited: `text` is what stands in the document from `start` to `end`. */
import { z } from '@hono/zod-openapi';
import { deskPlaceKinds } from '../../core/desk-place.ts';
import { ReportSchema, time } from './schemas.ts';

const many = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const text = z.string();
const flag = z.boolean();
const trust = z.enum(['signed', 'from-origin', 'operator', 'unverified', 'reported']);
const instruction = z.enum(['leave', 'shelter', 'avoid', 'prepare', 'monitor', 'all-clear']);
const level = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
  .openapi({ type: 'integer', description: 'Of standing advice: 1 be aware … 4 do not travel.' });
const scope = z.enum(['whole', 'part', 'point']);

const CiteSchema = z
  .object({
    report: text.openapi({ example: 'r-0123456789abcdef' }),
    start: z.number().int(),
    end: z.number().int(),
    text,
    zone: text.openapi({ example: 'body' }),
  })
  .openapi('Cite', { description: 'Words of a report: UTF-16 offsets into its text, and what stands there.' });

const PlaceSchema = z.object({
  id: text.nullable().openapi({ example: 'KBL' }),
  name: text,
  kind: text.openapi({ example: 'airport' }),
  country: text.nullable(),
  ours: flag.openapi({ description: 'The shapes are the desk’s own: the issuer named the place and drew nothing.' }),
  shapes: many(z.looseObject({ kind: z.enum(['polygon', 'circle']), code: text.optional() })).openapi({
    description: 'As drawn; those that bear a `code` are the boundary it stands for, which the issuer did not draw.',
  }),
  coded: many(
    z.object({
      ...{ scheme: text, code: text, name: text, source: text, edition: text },
      withinMeters: z.number().nullable(),
    }),
  ).openapi({ description: 'Codes that some of the shapes stand for, with whose boundary.' }),
  unplaced: many(
    z.object({
      name: text,
      why: z.enum(['codes', 'words', 'point', 'unreadable', 'no-area']),
      codes: many(z.object({ scheme: text.nullable(), code: text, why: text })),
    }),
  ).openapi({ description: 'What of the area nobody here can place: nobody is told for it.' }),
});

const PlacesWarnedSchema = z.object({
  inside: z.number().int(),
  mayBeInside: z.number().int().openapi({ description: 'A boundary by code is not exact enough to tell.' }),
  named: many(
    z.object({
      id: text.openapi({ example: 'gate-3' }),
      ...{ name: text, kind: z.enum(deskPlaceKinds), mayBeInside: flag },
    }),
  )
    .nullable()
    .openapi({ description: 'To operators; null to anybody else, since a name says where a place is.' }),
});

const IssuerSchema = z.object({
  issuer: text.openapi({ example: 'US' }),
  name: text,
  words: CiteSchema,
  danger: CiteSchema.nullable(),
  level: level.nullable(),
  scope: scope.nullable(),
  levelCite: CiteSchema.nullable(),
  severity: CiteSchema.nullable(),
  instructions: many(instruction),
  instructionCites: many(CiteSchema),
  audience: text.nullable().openapi({ example: 'citizens:US' }),
  audienceCite: CiteSchema.nullable(),
  trust,
  issuedAt: time,
  issued: CiteSchema.nullable(),
  knownAt: time,
  expires: time.nullable(),
  expiresCite: CiteSchema.nullable(),
  places: many(text),
  placeCites: many(CiteSchema),
  alert: text.nullable(),
  report: text,
  earlier: many(text),
});

const ClaimSchema = z.object({
  speaker: text.nullable(),
  cite: CiteSchema,
  speakerCite: CiteSchema.nullable(),
  via: CiteSchema.nullable(),
  modality: z.enum(['quote', 'mixed', 'paraphrase', 'narration']),
  stance: z.enum(['asserts', 'plays-down', 'denies', 'asks', 'wants']).nullable(),
  at: time,
  knownAt: time,
});

const EventSchema = z.object({
  type: text.openapi({ example: 'bombing' }),
  what: text,
  status: z.enum(['happened', 'threatened', 'denied', 'withdrawn']),
  place: text.nullable(),
  placeId: text.nullable(),
  cite: CiteSchema,
  cites: many(CiteSchema),
  withdrawnBy: CiteSchema.nullable(),
  speaker: text.nullable(),
  withdrawnSpeaker: text.nullable(),
  citeAt: time.openapi({ description: 'When the words of `cite` were reported.' }),
  at: time.openapi({ description: 'When it was first reported, with the words of `first`.' }),
  first: z.object({ speaker: text.nullable(), cite: CiteSchema }),
  takenBack: many(z.object({ cite: CiteSchema, withdrawnBy: CiteSchema, withdrawnSpeaker: text.nullable() })),
});

export const SituationSchema = z
  .object({
    id: text.openapi({ example: 's-0123456789abcdef' }),
    title: text,
    family: text.openapi({ example: 'attack' }),
    event: text.nullable(),
    happened: flag,
    place: PlaceSchema,
    instruction: z
      .object({ value: instruction, issuer: text, immediate: flag, at: z.array(text), cite: CiteSchema })
      .nullable()
      .openapi({ description: 'The strongest in force.' }),
    level: z
      .object({ value: level, issuer: text, scope, cite: CiteSchema })
      .nullable()
      .openapi({ description: 'The highest in force that covers the place.' }),
    severity: z.object({ value: text, issuer: text, cite: CiteSchema }).nullable(),
    trend: z
      .object({ value: z.enum(['rising', 'steady', 'falling']), speaker: text.nullable(), cite: CiteSchema })
      .nullable(),
    issuers: many(IssuerSchema),
    claims: many(ClaimSchema),
    disagreements: many(
      z.object({ about: text, sides: many(z.object({ speaker: text.nullable(), cite: CiteSchema })) }),
    ),
    unknowns: many(
      z.object({
        about: text,
        issuer: text.nullable(),
        cite: CiteSchema.nullable(),
        speaker: text.nullable(),
        at: time.nullable(),
      }),
    ),
    deadlines: many(z.object({ value: text, what: text, holder: text.nullable(), cites: many(CiteSchema) })),
    estimates: many(
      z.object({
        of: text,
        min: z.number().nullable(),
        max: z.number().nullable(),
        unit: text,
        source: text.nullable(),
        asOf: text.nullable(),
        cite: CiteSchema,
      }),
    ),
    casualties: many(
      z.object({
        killed: z.number().nullable(),
        injured: z.number().nullable(),
        speaker: text.nullable(),
        cite: CiteSchema,
        at: time,
      }),
    ).openapi({ description: 'Counts of the dead and hurt, each of its own source; newest first, never averaged.' }),
    events: many(EventSchema),
    alerts: many(text),
    reports: many(text),
    knownSince: time,
    changedAt: time,
    places: PlacesWarnedSchema.openapi({
      description: 'Of the desk’s own places, those that its alerts in force cover or may cover.',
    }),
    people: z
      .object({ inside: z.number().int(), told: z.number().int(), unplaced: z.number().int() })
      .openapi({ description: 'How many are in it, were told of it, and can’t be placed.' }),
  })
  .openapi('Situation');

const BlockSchema = z.object({
  start: z.number().int(),
  end: z.number().int(),
  zone: text,
  duplicateOf: z.number().int().optional(),
  path: text.optional(),
  begins: z.literal(true).optional(),
});

const found = z.array(z.record(text, z.unknown()));
const SaidSchema = z
  .object({
    names: found,
    places: found,
    times: found,
    claims: found,
    warnings: found,
    estimates: found,
    events: found,
    relations: found,
    deadlines: found,
    unknowns: found,
    disagreements: found,
  })
  .openapi('Said', {
    description: 'What the reader found, each part with `text`, `start` and `end` in the document and its `value`.',
  });

/** A report with what the desk read in it. */
export const ReadReportSchema = ReportSchema.extend({
  url: text
    .nullable()
    .openapi({ description: 'Where it was found first; null when it was handed in without an address.' }),
  alsoAt: z.array(text).openapi({ description: 'Further addresses that gave the same bytes later.' }),
  trust: trust.nullable().openapi({ description: 'Of a report in prose; of others each alert has its own.' }),
  title: text.nullable(),
  publisher: text.nullable(),
  publishedAt: time.nullable(),
  document: z
    .object({ text, language: text.nullable(), blocks: many(BlockSchema) })
    .nullable()
    .openapi({ description: 'null for a report without prose, such as CAP: its bytes are its text.' }),
  said: SaidSchema.nullable(),
}).openapi('ReadReport');

export const WakeSchema = z
  .object({
    id: text,
    alert: text.nullable(),
    situation: text,
    madeAt: time,
    urgent: flag,
    sentence: text.nullable(),
  })
  .openapi('Wake', { description: 'Something a person of the desk must look at. It names nobody.' });
