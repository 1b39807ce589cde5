/** The shapes the API speaks, once: types, validation and OpenAPI come from them. Times are ISO 8601 in UTC unless said otherwise. */
import { z } from '@hono/zod-openapi';

export const time = z.string().openapi({ example: '2026-07-28T13:30:00.000Z' });

export const FindingSchema = z
  .object({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string().openapi({ example: 'cap.sent.missing' }),
    message: z.string(),
    where: z.object({
      path: z.string().optional(),
      line: z.number().int().optional(),
      column: z.number().int().optional(),
      start: z.number().int().optional(),
      end: z.number().int().optional(),
    }),
  })
  .openapi('Finding');

/** Only on a desk that replays a story. */
const exercise = z
  .literal(true)
  .optional()
  .openapi({ description: 'On a desk that replays a story: then all of it is an exercise. Absent on a live desk.' });

export const FindingsSchema = z.object({ exercise, findings: z.array(FindingSchema) }).openapi('Findings');

const RecordedSchema = z.object({ seq: z.number().int(), at: time }).openapi('Recorded');

const ReasonSchema = z.looseObject({ code: z.string().openapi({ example: 'inside' }) }).openapi('Reason', {
  description: 'Why somebody is told or is not: a code with plain data. Never a name, an address or a place.',
});

export const ReportSchema = z
  .object({
    id: z.string(),
    hash: z.string(),
    source: z.string(),
    size: z.number().int(),
    fetchedAt: time,
    recorded: RecordedSchema,
  })
  .openapi('Report');

const AlertHeadSchema = z
  .object({
    id: z.string().openapi({ example: 'a-0123456789abcdef' }),
    identifier: z.string(),
    sender: z.string(),
    sent: z.string().openapi({ description: 'As the sender wrote it.' }),
    status: z.string(),
    trust: z.enum(['signed', 'from-origin', 'operator', 'unverified', 'reported']),
    state: z.enum(['in-force', 'expired', 'cancelled', 'superseded', 'not-actual', 'not-a-warning']),
  })
  .openapi('AlertHead');

export const AlertSchema = AlertHeadSchema.extend({
  report: z.string(),
  situation: z.string(),
  msgType: z.string(),
  scope: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: time.nullable(),
  endedBy: z.string().nullable(),
  claimedEndedBy: z.array(z.string()),
  recorded: RecordedSchema,
  infos: z.array(
    z.object({
      language: z.string().nullable(),
      event: z.string(),
      headline: z.string().nullable(),
      description: z.string().nullable(),
      instruction: z.string().nullable(),
      responseTypes: z.array(z.string()),
      urgency: z.string(),
      severity: z.string(),
      certainty: z.string(),
      senderName: z.string().nullable(),
      onset: time.nullable(),
      expires: time.nullable(),
      unresolved: z.boolean().openapi({ description: 'It names no area, or one that can’t be placed: see there.' }),
      areas: z.array(
        z.object({
          areaDesc: z.string(),
          polygons: z.array(z.string()),
          circles: z.array(z.string()),
          geocodes: z.array(z.object({ valueName: z.string(), value: z.string() })),
          altitude: z.string().nullable().openapi({ description: 'Feet above mean sea level, as written.' }),
          ceiling: z.string().nullable(),
          resolved: z
            .array(
              z.object({
                ...{ scheme: z.string(), code: z.string(), name: z.string(), source: z.string(), edition: z.string() },
                withinMeters: z
                  .number()
                  .nullable()
                  .openapi({ description: 'How exact the boundary is; null: unknown.' }),
              }),
            )
            .openapi({ description: 'Codes that place it, with whose boundary: the issuer drew nothing.' }),
          unresolvedCodes: z.array(z.object({ scheme: z.string().nullable(), code: z.string(), why: z.string() })),
          unresolved: z.boolean().openapi({ description: 'Not all of it can be placed, so nobody is told for that.' }),
        }),
      ),
    }),
  ),
}).openapi('Alert');

export const ReceivedSchema = z
  .object({ report: ReportSchema, alerts: z.array(AlertHeadSchema), findings: z.array(FindingSchema) })
  .openapi('Received');

export const PersonSchema = z
  .object({
    id: z.string().openapi({ example: 'p-0123456789abcdef0123456789abcdef' }),
    role: z.string().nullable(),
    placed: z.enum(['placed', 'no position', 'old position', 'not there yet', 'gone']),
    channels: z.array(z.string()),
    known: z
      .object({
        ref: z.string(),
        name: z.string(),
        nationality: z.string().nullable(),
        language: z.string().nullable(),
        addresses: z.array(z.object({ channel: z.string(), address: z.string() })),
        town: z.string().nullable(),
        country: z.string().nullable(),
        admin1: z.string().nullable(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
        positionAt: time.nullable(),
        from: time.nullable(),
        to: time.nullable(),
        wardenOf: z.array(z.string()),
      })
      .nullable()
      .openapi({ description: 'Who and where: for operators only, else null.' }),
  })
  .openapi('Person');

export const NoticeSchema = z
  .object({
    id: z.string(),
    person: z
      .string()
      .openapi({ description: 'The ref of the watch list for operators, else the p- id; `desk` for a wake.' }),
    role: z.string().nullable(),
    alert: z.string().nullable(),
    info: z.number().int().nullable().openapi({ description: 'Which info of the alert it speaks, from 0.' }),
    situation: z.string(),
    letter: z
      .string()
      .nullable()
      .openapi({ description: 'Notices of one letter went in one message; null for one that goes alone.' }),
    kind: z.enum(['alert', 'update', 'left', 'cancel', 'wake']),
    madeAt: time,
    expiresAt: time,
    sentence: z.string().nullable(),
    why: z.array(ReasonSchema),
    changes: z.array(z.enum(['instruction', 'level', 'severity', 'urgency', 'begin', 'until', 'area', 'words'])),
    deliveries: z.array(
      z.object({
        channel: z.string(),
        state: z.enum(['queued', 'standby', 'leased', 'accepted', 'refused', 'expired', 'replaced', 'spared', 'dead']),
        attempts: z.number().int(),
        words: z.string().nullable().openapi({ description: 'The far side’s words, for operators only, else null.' }),
      }),
    ),
    receipts: z.array(
      z.object({
        channel: z.string(),
        kind: z.enum(['accepted', 'delivered', 'read', 'bounced', 'answered']),
        at: time,
        words: z.string().nullable().openapi({ description: 'The far side’s words, for operators only, else null.' }),
      }),
    ),
  })
  .openapi('Notice');

/** The moment a question is about. */
export const MomentQuery = z.object({
  valid: z.string().optional().openapi({
    description:
      'When it holds in the world; a time with an offset. If absent: the time in `recorded`, or that of the commit `seq`, else now.',
  }),
  recorded: z
    .string()
    .optional()
    .openapi({ description: 'What was known then; a time with an offset. Now, if absent.' }),
  at: z
    .string()
    .optional()
    .openapi({ description: 'Both times at once, as it stood and as it was known; not beside `valid` or `recorded`.' }),
  seq: z.string().optional().openapi({
    description:
      'What was known at this commit, and without `valid` how it stood then; not beside `recorded` or `at`. `seq` and `valid` of an answer give that answer again.',
  }),
});

/** What every dated answer names, so that it can be asked for again. */
export const momentShape = { exercise, seq: z.number().int(), recordedAt: time, valid: time };

/** Of something that is not there at a moment, which one that is. */
export const NotThenSchema = FindingsSchema.extend(momentShape).openapi('NotThen');
