/** The model as the API shows it. Who and where of a person go out to operators only. */
import type { z } from '@hono/zod-openapi';
import type { Stamp } from '../../core/cap/model.ts';
import type { Finding } from '../../core/finding.ts';
import type { AlertView, NoticeView, Report, WatchedPerson } from '../../core/model.ts';
import { formatInstant, type Instant } from '../../core/time/time.ts';
import { unresolvedAreas } from '../../match/match.ts';
import type { Moment } from '../../pages/layout.tsx';
import { placingOf } from '../../pages/people.tsx';
import type {
  AlertSchema,
  FindingSchema,
  NoticeSchema,
  PersonSchema,
  ReceivedSchema,
  ReportSchema,
} from './schemas.ts';

const timeOrNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
const stampOrNull = (stamp: Stamp | null): string | null => timeOrNull(stamp?.at ?? null);

export const presentFinding = ({ severity, code, message, where }: Finding): z.infer<typeof FindingSchema> => ({
  severity,
  code,
  message,
  where: { ...where },
});

export const presentMoment = (moment: Moment) => ({
  seq: moment.seq,
  recordedAt: formatInstant(moment.at),
  valid: formatInstant(moment.valid),
});

export const presentReport = (report: Report): z.infer<typeof ReportSchema> => ({
  id: report.id,
  hash: report.hash,
  source: report.source,
  size: report.size,
  fetchedAt: formatInstant(report.fetchedAt),
  recorded: { seq: report.recorded.seq, at: formatInstant(report.recorded.at) },
});

export const presentHead = ({
  id,
  alert,
  trust,
  state,
}: AlertView): z.infer<typeof ReceivedSchema>['alerts'][number] => ({
  id,
  identifier: alert.identifier,
  sender: alert.sender,
  sent: alert.sent.text,
  status: alert.status,
  trust,
  state,
});

export const presentAlert = (view: AlertView): z.infer<typeof AlertSchema> => ({
  ...presentHead(view),
  report: view.report,
  situation: view.situation,
  msgType: view.alert.msgType,
  scope: view.alert.scope,
  confirmedBy: view.confirmedBy,
  confirmedAt: timeOrNull(view.confirmedAt),
  endedBy: view.endedBy,
  claimedEndedBy: [...view.claimedEndedBy],
  recorded: { seq: view.recorded.seq, at: formatInstant(view.recorded.at) },
  infos: presentInfos(view),
});

function presentInfos(view: AlertView): z.infer<typeof AlertSchema>['infos'] {
  const unresolved = unresolvedAreas(view);
  return view.alert.infos.map((info, i) => ({
    language: info.language,
    event: info.event,
    headline: info.headline,
    description: info.description,
    instruction: info.instruction,
    responseTypes: [...info.responseTypes],
    urgency: info.urgency,
    severity: info.severity,
    certainty: info.certainty,
    senderName: info.senderName,
    onset: stampOrNull(info.onset),
    expires: stampOrNull(info.expires),
    unresolved: info.areas.length === 0 || unresolved.some((one) => one.info === i),
    areas: info.areas.map((area, a) => ({
      areaDesc: area.areaDesc,
      polygons: area.polygons.map((polygon) => polygon.text),
      circles: area.circles.map((circle) => circle.text),
      geocodes: area.geocodes.map(({ valueName, value }) => ({ valueName, value })),
      altitude: area.altitude,
      ceiling: area.ceiling,
      ...presentCodes(view, i, a),
      unresolved: unresolved.some((one) => one.info === i && one.area === a),
    })),
  }));
}

/** What its codes stand for, where nothing of it is drawn. */
function presentCodes({ resolved }: AlertView, info: number, area: number) {
  const found = resolved.find((one) => one.info === info && one.area === area);
  return {
    resolved: (found?.resolved ?? []).map(({ scheme, code, name, source, edition, withinMeters = null }) => ({
      ...{ scheme, code, name, source, edition, withinMeters },
    })),
    unresolvedCodes: (found?.unresolved ?? []).map(({ scheme, code, why }) => ({ scheme, code, why })),
  };
}

interface Viewer {
  /** Whether a named operator asks. */
  readonly authorised: boolean;
}

export function presentPerson(
  watched: WatchedPerson,
  now: Instant,
  positionHours: number,
  { authorised }: Viewer,
): z.infer<typeof PersonSchema> {
  const { id, person } = watched;
  const { stay } = person;
  return {
    id,
    role: person.role,
    placed: placingOf(person, now, positionHours),
    channels: person.channels.map((one) => one.channel),
    known: authorised
      ? {
          ref: person.ref,
          name: person.name,
          nationality: person.nationality,
          language: person.language,
          addresses: person.channels.map((one) => ({ ...one })),
          town: stay.town,
          country: stay.country,
          admin1: stay.admin1,
          lat: stay.at?.lat ?? null,
          lon: stay.at?.lon ?? null,
          positionAt: timeOrNull(stay.positionAt),
          from: timeOrNull(stay.from),
          to: timeOrNull(stay.to),
          wardenOf: [...person.wardenOf],
        }
      : null,
  };
}

export function presentNotice(
  notice: NoticeView,
  watched: WatchedPerson | undefined,
  { authorised }: Viewer,
): z.infer<typeof NoticeSchema> {
  return {
    id: notice.id,
    person: authorised && watched ? watched.person.ref : notice.person,
    role: watched?.person.role ?? null,
    alert: notice.alert,
    info: notice.info,
    situation: notice.situation,
    letter: notice.letter,
    kind: notice.kind,
    madeAt: formatInstant(notice.madeAt),
    expiresAt: formatInstant(notice.expiresAt),
    sentence: notice.sentence,
    why: notice.why.map((reason) => ({ ...reason })),
    changes: [...notice.changes],
    deliveries: notice.deliveries.map(({ channel, state, attempts, words }) => ({
      channel,
      state,
      attempts,
      words: authorised ? words : null,
    })),
    receipts: notice.receipts.map(({ channel, kind, at, words }) => ({
      channel,
      kind,
      at: formatInstant(at),
      words: authorised ? words : null,
    })),
  };
}
