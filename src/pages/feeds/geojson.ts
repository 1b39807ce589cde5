/** Alerts in force as GeoJSON (RFC 7946): a feature for each info, because each info speaks of its own areas. */
import type { CapArea, CapInfo, Stamp } from '../../core/cap/model.ts';
import type { ResolvedArea } from '../../core/geo/geocodes/areas.ts';
import type { DrawnShape } from '../../core/geo/shape.ts';
import type { AlertView } from '../../core/model.ts';
import { formatInstant } from '../../core/time/time.ts';
import { unresolvedAreas } from '../../match/match.ts';
import { byCodeWords, circlesWords, feedTitle, noAreaNamed, notReal } from '../strings/feeds.ts';
import { capPath, type FeedFrame, pagePath } from './frame.ts';
import { geometryOf } from './geometry.ts';
import { ownCap } from './own-cap.ts';
import type { Published } from './published.ts';
import { wordsOf } from './words.ts';

/** The words stand as their issuers wrote them, in a drill behind its mark; `title` is made safe to show. */
export function geoJsonOf(frame: FeedFrame): string {
  const { deskName, isDrill, issue } = frame;
  return JSON.stringify({
    type: 'FeatureCollection',
    title: feedTitle(deskName, isDrill),
    ...(isDrill ? { exercise: true } : {}),
    updated: issue.changedAt === null ? null : formatInstant(issue.changedAt),
    circles: circlesWords,
    byCode: byCodeWords,
    features: issue.warnings.flatMap((one) => featuresOf(one, frame)),
  });
}

function featuresOf(one: Published, frame: FeedFrame): readonly object[] {
  const { id, advice, trust } = one.view;
  const { idOf, link, isDrill } = frame;
  // The words and the name under them are those of its CAP.
  const isOwn = advice !== null || isDrill;
  const alert = isOwn ? ownCap(one.view, [], frame) : one.view.alert;
  const common = {
    title: wordsOf(one, frame).title,
    ...(isDrill ? { exercise: true } : {}),
    page: link(pagePath(id)),
    cap: link(capPath(id)),
    identifier: alert.identifier,
    sender: alert.sender,
    sent: alert.sent.text,
    status: alert.status,
    msgType: one.view.alert.msgType,
    trust,
    updated: formatInstant(one.updatedAt),
  };
  // A warning without infos says nothing of where; it is not left out for that.
  if (alert.infos.length === 0) return [{ type: 'Feature', id: idOf(id), geometry: null, properties: common }];
  const unresolved = unresolvedAreas(one.view);
  return one.open.map((number) => {
    const info = alert.infos[number] as CapInfo;
    const coded = one.view.resolved.filter((area) => area.info === number);
    return {
      type: 'Feature',
      id: `${idOf(id)}#${number + 1}`,
      geometry: geometryOf([
        ...info.areas.flatMap(shapesOf),
        ...coded.flatMap(({ resolved }) => resolved.map(({ shape }) => shape)),
      ]),
      properties: {
        ...common,
        info: number + 1,
        ...propertiesOf(
          info,
          unresolved.filter((one) => one.info === number).map(({ area }) => area),
          coded,
        ),
        level: levelOf(one.view, number, isDrill),
        ours: advice !== null,
      },
    };
  });
}

function levelOf({ advice }: AlertView, number: number, isDrill: boolean): string | null {
  const level = advice?.parts[number]?.level?.text ?? null;
  return level !== null && isDrill ? notReal + level : level;
}

const shapesOf = ({ polygons, circles }: CapArea): DrawnShape[] =>
  [...polygons, ...circles].flatMap(({ shape }) => shape ?? []);

const isCoded = (coded: readonly ResolvedArea[], area: number): boolean =>
  coded.some((one) => one.area === area && one.resolved.length > 0);

const propertiesOf = (info: CapInfo, unresolved: readonly number[], coded: readonly ResolvedArea[]) => ({
  language: info.language,
  categories: info.categories,
  event: info.event,
  headline: info.headline,
  description: info.description,
  instruction: info.instruction,
  responseTypes: info.responseTypes,
  urgency: info.urgency,
  severity: info.severity,
  certainty: info.certainty,
  senderName: info.senderName,
  onset: timeOf(info.onset),
  expires: timeOf(info.expires),
  areas: info.areas.map(({ areaDesc }) => areaDesc),
  /** Areas of which nothing, or not all, could be drawn: they hold too. One that names none holds nobody knows where. */
  unresolved:
    info.areas.length === 0
      ? [noAreaNamed]
      : info.areas
          .filter((area, a) => unresolved.includes(a) || (shapesOf(area).length === 0 && !isCoded(coded, a)))
          .map(({ areaDesc }) => areaDesc),
  byCode: coded.flatMap(({ area, resolved }) =>
    resolved.map(({ scheme, code, name, source, edition, withinMeters = null }) => ({
      ...{ area: info.areas[area]?.areaDesc ?? null, scheme, code, name, source, edition, withinMeters },
    })),
  ),
  circles: info.areas.flatMap(({ circles }) => circles.map(({ text }) => text)),
});

const timeOf = (stamp: Stamp | null): string | null =>
  stamp?.at == null ? (stamp?.text ?? null) : formatInstant(stamp.at);
