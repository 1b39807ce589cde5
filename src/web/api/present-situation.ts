/** The picture as the API shows it: instants as ISO 8601, people as numbers. */
import type { z } from '@hono/zod-openapi';
import type { PlacesWarned } from '../../core/desk-place.ts';
import { piecesOf } from '../../core/geo/geocodes/areas.ts';
import type { Notice, Report } from '../../core/model.ts';
import {
  drawnIn,
  type IssuerWord,
  type ReadingView,
  type Situation,
  type SituationClaim,
  type SituationEvent,
} from '../../core/situation.ts';
import type { Document, Said } from '../../core/text/reading.ts';
import { formatInstant, type Instant } from '../../core/time/time.ts';
import { titleOf } from '../../pages/strings/situations.ts';
import { presentReport } from './present.ts';
import type { ReadReportSchema, SituationSchema, WakeSchema } from './situation-schemas.ts';

type SituationJson = z.infer<typeof SituationSchema>;

const timeOrNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

export const presentSituation = (
  situation: Situation,
  places: PlacesWarned,
  people: SituationJson['people'],
): SituationJson => {
  const { id, family, event, happened, place, instruction, level, severity, trend } = situation;
  const { disagreements, deadlines, estimates, alerts, reports } = situation;
  return {
    ...{ id, title: titleOf(situation), family, event, happened },
    place: presentPlace(place),
    instruction: instruction && { ...instruction, at: [...instruction.at] },
    ...{ level, severity, trend },
    issuers: situation.issuers.map(presentIssuer),
    claims: situation.claims.map(presentClaim),
    disagreements,
    unknowns: situation.unknowns.map((one) => ({ ...one, at: timeOrNull(one.at) })),
    ...{ deadlines, estimates },
    casualties: situation.casualties.map((one) => ({ ...one, at: formatInstant(one.at) })),
    events: situation.events.map(presentEvent),
    ...{ alerts, reports },
    knownSince: formatInstant(situation.knownSince),
    changedAt: formatInstant(situation.changedAt),
    places: presentPlaces(places),
    people,
  };
};

function presentPlace(place: Situation['place']): SituationJson['place'] {
  const { id, name, kind, country, ours, coded = [] } = place;
  const shapes = [
    ...drawnIn(place).map((shape) => ({ ...shape })),
    ...coded.flatMap(({ scheme, code, shape }) =>
      piecesOf(shape).map((piece) => ({ ...piece, code: `${scheme} ${code}` })),
    ),
  ];
  return { ...{ id, name, kind, country, ours, shapes }, ...presentCodesOf(place) };
}

/** What stands by code, and what nobody here can place; without the shapes. */
export const presentCodesOf = ({
  coded = [],
  unplaced = [],
}: Situation['place']): Pick<SituationJson['place'], 'coded' | 'unplaced'> => ({
  coded: coded.map(({ scheme, code, name, source, edition, withinMeters = null }) => ({
    ...{ scheme, code, name, source, edition, withinMeters },
  })),
  unplaced: unplaced.map(({ name, why, codes }) => ({
    ...{ name, why },
    codes: codes.map(({ scheme, code, why: reason }) => ({ scheme, code, why: reason })),
  })),
});

const presentPlaces = ({ inside, maybe, named }: PlacesWarned): SituationJson['places'] => ({
  ...{ inside, mayBeInside: maybe },
  named: named?.map(({ ref, name, kind, isSure }) => ({ id: ref, name, kind, mayBeInside: !isSure })) ?? null,
});

const presentIssuer = (word: IssuerWord): SituationJson['issuers'][number] => ({
  ...word,
  issuedAt: formatInstant(word.issuedAt),
  knownAt: formatInstant(word.knownAt),
  expires: timeOrNull(word.expires),
});

const presentClaim = (claim: SituationClaim): SituationJson['claims'][number] => ({
  ...claim,
  at: formatInstant(claim.at),
  knownAt: formatInstant(claim.knownAt),
});

const presentEvent = (event: SituationEvent): SituationJson['events'][number] => ({
  ...event,
  citeAt: formatInstant(event.citeAt),
  at: formatInstant(event.at),
});

/** `reading` and `document` are null for a report without prose. */
export function presentReadReport(
  report: Report,
  reading: ReadingView | null,
  document: Document | null,
): z.infer<typeof ReadReportSchema> {
  return {
    ...presentReport(report),
    url: report.url,
    alsoAt: [...report.alsoAt],
    trust: reading?.trust ?? null,
    title: reading?.title ?? null,
    publisher: reading?.publisher ?? null,
    publishedAt: timeOrNull(reading?.publishedAt ?? null),
    document: document && { text: document.text, language: document.language, blocks: document.blocks },
    said: reading && presentSaid(reading.said),
  };
}

const found = (parts: readonly object[]): Record<string, unknown>[] => parts.map((part) => ({ ...part }));

const presentSaid = (said: Said): NonNullable<z.infer<typeof ReadReportSchema>['said']> => ({
  names: found(said.names),
  places: found(said.places),
  times: found(said.times),
  claims: found(said.claims),
  warnings: found(said.warnings),
  estimates: found(said.estimates),
  events: found(said.events),
  relations: found(said.relations),
  deadlines: found(said.deadlines),
  unknowns: found(said.unknowns),
  disagreements: found(said.disagreements),
});

export const presentWake = ({
  id,
  alert,
  situation,
  madeAt,
  urgent,
  sentence,
}: Notice): z.infer<typeof WakeSchema> => ({
  ...{ id, alert, situation, urgent, sentence },
  madeAt: formatInstant(madeAt),
});
