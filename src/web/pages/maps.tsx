/** The drawn map of a situation or an alert as a file: `map.svg` beside its page, as of the same moment. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { utcWords } from '../../channels/stated-time.ts';
import type { AlertView } from '../../core/model.ts';
import { unresolvedAreas } from '../../match/match.ts';
import { boundaryText } from '../../pages/alert/by-code.tsx';
import type { Dated } from '../../pages/layout.tsx';
import { AreaMap, type Drawn, shapesOnMap } from '../../pages/map/area-map.tsx';
import { type LabelLanguage, labelLanguage } from '../../pages/map/labels.ts';
import { placesOn } from '../../pages/map/places.ts';
import { planOf, SituationMap } from '../../pages/map/situation-map.tsx';
import { mapFile } from '../../pages/map/still/file.tsx';
import { leadOf } from '../../pages/parts/rank.ts';
import { isolated } from '../../pages/parts/shown-text.ts';
import { edgesText } from '../../pages/situation/where/edges.ts';
import { plainTitle } from '../../pages/situation/words.tsx';
import { notRealBand, replayBand } from '../../pages/strings/en.ts';
import { figureOfAlert, gravityOf } from '../../pages/strings/picture.ts';
import desk from '../../pages/style/desk.css?raw';
import situationStyle from '../../pages/style/situations.css?raw';
import tokens from '../../pages/style/tokens.css?raw';
import type { WebDeps } from '../deps.ts';
import type { WebEnv } from '../guard.ts';
import { bordersOf } from './borders.ts';
import { type Ctx, dated, nothing, param } from './route.ts';

const css = tokens + desk + situationStyle;
/** A file may be opened by itself: it runs nothing and asks for nothing; its own style is in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

export function addMapFiles(app: OpenAPIHono<WebEnv>, deps: WebDeps): void {
  app.get(
    '/situations/:id/map.svg',
    dated(deps, (c, surround) => situationMap(c, deps, surround)),
  );
  app.get(
    '/alerts/:id/map.svg',
    dated(deps, (c, surround) => alertMap(c, deps, surround)),
  );
}

async function situationMap(c: Ctx, deps: WebDeps, { moment, exercise }: Dated): Promise<Response> {
  const situation = (await deps.situations(moment)).find(({ id }) => id === param(c, 'id'));
  if (!situation) return nothing(c, deps, 'situation');
  const borders = bordersOf(deps);
  const plan = planOf([situation], borders, true);
  if (plan === null) return nothing(c, deps, 'map of a situation');
  const language = languageAsked(c);
  const title = `Map without people. ${plainTitle(situation)}: ${gravityOf(situation).text}.`;
  const file = mapFile({
    ...{ title, width: plan.frame.width, height: plan.frame.height, css, exercise },
    credit: borders?.attribution ?? '',
    moment: [
      `${plainTitle(situation)}: ${gravityOf(situation).text}. As of ${utcWords(moment.valid)}.`,
      ...edgesText(situation),
      ...(situation.place.unplaced === undefined ? [] : [notOnMap]),
    ].join(' '),
    band: exercise === null ? null : replayBand(undefined),
    children: (
      <SituationMap
        {...{ plan, borders, title }}
        id="map-title"
        // The gazetteer's towns have English names here; the ground has them in the reader's language.
        places={placesOn(situation, plan.frame).filter(({ kind }) => language.tag === 'en' || kind !== 'town')}
        language={language}
      />
    ),
  });
  return svg(c, file);
}

async function alertMap(c: Ctx, deps: WebDeps, { moment, exercise }: Dated): Promise<Response> {
  const view = await deps.alert(moment, param(c, 'id'));
  const drawn = view === null ? [] : shapesOnMap(view);
  if (!view || drawn.length === 0) return nothing(c, deps, 'map of an alert');
  const borders = bordersOf(deps);
  const status = view.state === 'not-actual' ? view.alert.status : undefined;
  const file = mapFile({
    title: `Map of the area, without people. ${aboutOf(view)}`,
    ...{ width: 480, height: 330, css, exercise, ours: view.advice !== null },
    credit: borders?.attribution ?? '',
    moment: [
      `${aboutOf(view)} As of ${utcWords(moment.valid)}.`,
      ...(view.advice === null ? [] : ['Dashed: this desk’s own shape.']),
      ...(drawn.some(({ code }) => code) ? ['Dotted: a boundary from elsewhere; the issuer names it by code.'] : []),
      ...codesIn(drawn).slice(0, 4),
      ...(unresolvedAreas(view).length === 0 ? [] : [notOnMap]),
    ].join(' '),
    band: exercise !== null ? replayBand(status) : status !== undefined ? notRealBand(status) : null,
    children: <AreaMap drawn={drawn} extreme={false} borders={borders} language={languageAsked(c)} />,
  });
  return svg(c, file);
}

const notOnMap = 'A part of the area is not on this map: nobody here knows where it is.';

const codesIn = (drawn: readonly Drawn[]): string[] => drawn.flatMap(({ code }) => (code ? [boundaryText(code)] : []));

/** What it warns of, who says so, of where, and how grave it is: as on its page, from the info that speaks for it. */
function aboutOf(view: AlertView): string {
  const info = leadOf(view.alert)?.info ?? view.alert.infos[0];
  const said = (text: string | null | undefined, most: number): string => isolated(text ?? '', most);
  const areas = (info?.areas ?? []).map(({ areaDesc }) => areaDesc.trim()).filter(Boolean);
  const named = [said(info?.event, 80), said(areas.join('; '), 160)].filter(Boolean).join(', ');
  const issuer = said(view.advice?.office ?? info?.senderName ?? view.alert.sender, 80);
  return `${named === '' ? 'A warning' : named}, says ${issuer}: ${figureOfAlert(view).text}.`;
}

/** Of the names on the map. */
const languageAsked = (c: Ctx): LabelLanguage => labelLanguage(c.req.query('lang') ?? 'en');

const svg = (c: Ctx, file: string): Response =>
  c.body(file, 200, { 'content-type': 'image/svg+xml; charset=utf-8', 'content-security-policy': policy });
