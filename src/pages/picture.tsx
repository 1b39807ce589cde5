/** The picture: every danger this desk knows of, worst first; beside it what came, where it is, what nobody tells. */
import type { JSX } from 'preact';
import type { Situation } from '../core/situation.ts';
import { isNowhere } from '../match/people-in.ts';
import { OtherTime } from './alerts.tsx';
import { at, type Dated, page } from './layout.tsx';
import { signed } from './map/live/signs.ts';
import { liveMap } from './map/live-map.ts';
import { planOf, SituationMap } from './map/situation-map.tsx';
import { H1 } from './parts/around.tsx';
import { Cites, type Numbered } from './parts/cited.tsx';
import { passagesOf } from './parts/passages.ts';
import type { PictureData } from './picture/data.ts';
import { Nothing } from './picture/first-steps.tsx';
import { Headline } from './picture/headline.tsx';
import { HeardLine, HeardTable, heardOf } from './picture/heard.tsx';
import { type NumberedSituation, Refs } from './picture/refs.tsx';
import { Row } from './picture/row.tsx';
import { Since } from './picture/since.tsx';
import { Wakes } from './picture/wakes.tsx';
import { unplacedIn } from './situation/where/unplaced.tsx';
import { NotTold, NotToldBy, PlaceName, plainTitle } from './situation/words.tsx';
import { capital, count, emptyText, people } from './strings/en.ts';
import { countsText, gravityOf, headlineText } from './strings/picture.ts';

export function picturePage(surround: Dated, data: PictureData): string {
  const { moment, exercise } = surround;
  const situations = data.rows.map(({ situation }) => situation);
  const [worst] = situations;
  const heard = heardOf(data.readings, data.alerts, moment.valid);
  const empty = emptyText({ warnings: data.alerts.length, reports: data.readings.length, watched: data.watched });
  const rows = data.rows.map((row) => ({ ...row, numbered: numberedOn(row.situation, data, surround) }));
  const title = worst === undefined ? empty.title : `${worst.place.name}: ${headlineText(worst)}`;
  return page({
    surround,
    title,
    children: (
      <>
        <div class="top">
          {rows[0] === undefined ? <H1>{title}</H1> : <Headline {...rows[0]} />}
          <p class="counts">
            {worst === undefined ? watchedText(data.watched) : `${countsText(situations)} ${concernedText(data)}`}
          </p>
          <HeardLine heard={heard} now={moment.valid} />
        </div>
        <div class="front">
          <section aria-labelledby="h-s">
            <h2 id="h-s" class="vh">
              Situations, worst first
            </h2>
            {worst === undefined ? (
              <Nothing text={empty} />
            ) : (
              <ol class="sits">
                {rows.map((row, n) => (
                  <Row row={row} moment={moment} first={n === 0} />
                ))}
              </ol>
            )}
          </section>
          <div class="side">
            <MapOf data={data} surround={surround} />
            {data.wakes.length > 0 ? <Wakes wakes={data.wakes} alerts={data.alerts} moment={moment} /> : null}
            {worst === undefined && data.alerts.length + data.readings.length === 0 ? null : (
              <Since situations={situations} readings={data.readings} alerts={data.alerts} moment={moment} />
            )}
            <NotKnown of={rows} surround={surround} />
            {exercise === null && moment.seq > 0 ? <OtherTime moment={moment} /> : null}
          </div>
        </div>
        <HeardTable heard={heard} moment={moment} />
        {rows.length === 0 ? null : <Refs of={rows} readings={data.readings} alerts={data.alerts} />}
      </>
    ),
  });
}

/** One numbering for each situation, which notes what of it stands on the page. */
const numberedOn = (situation: Situation, { readings }: PictureData, { moment }: Dated): Numbered => ({
  passages: passagesOf(situation, readings),
  list: at(`/situations/${situation.id}`, moment),
  used: new Set(),
});

const watchedText = (watched: number): string => `${capital(people(watched))} on the watch list.`;

function concernedText({ rows, watched }: PictureData): string {
  const [first] = rows;
  if (watched === 0) return 'No one is on the watch list.';
  if (first !== undefined && isNowhere(first.situation.place))
    return `Where the worst of them is is not known here, so nobody knows who of your ${people(watched)} is inside.`;
  if (first?.situation.place.unplaced !== undefined)
    return `${first.concerned.inside === 0 ? 'None' : capital(count(first.concerned.inside))} of your people inside the known part of the worst of them; who is in its other part is not known.`;
  if (first === undefined || first.concerned.inside === 0)
    return `None of your ${people(watched)} inside the worst of them.`;
  return `${capital(count(first.concerned.inside))} of your people inside the worst of them.`;
}

function MapOf({ data, surround }: { readonly data: PictureData; readonly surround: Dated }): JSX.Element | null {
  const situations = data.rows.map(({ situation }) => situation);
  const plan = planOf(situations, data.borders, false);
  if (plan === null) return null;
  const named = situations.slice(0, 8).map((one) => `${plainTitle(one)}: ${gravityOf(one).text}.`);
  const more = situations.length > 8 ? ` And ${situations.length - 8} more, in the list.` : '';
  return (
    <figure class="map" {...liveMap(surround)}>
      <SituationMap
        plan={plan}
        borders={data.borders}
        id="cm-t"
        title={`Map without people. ${named.join(' ')}${more}`}
      />
      <figcaption>
        {plan.whole.size > 0 ? 'Hatched: a country that standing advice is about as a whole. ' : ''}
        {plan.ours ? 'A dashed edge is this desk’s own circle: the issuer named the place and drew nothing. ' : ''}
        {plan.coded
          ? 'A dotted edge is a boundary from elsewhere: the issuer named the area by code and drew nothing. '
          : ''}
        {plan.marked.length > signed ? `The ${count(signed)} worst bear their sign, the others are dots. ` : ''}
        {plan.unplaced > 0 ? `${capital(count(plan.unplaced))} can’t be placed. ` : ''}
        People are not on this map. {data.borders?.attribution}
      </figcaption>
    </figure>
  );
}

/** Of the three worst; the rest stands on their own pages. */
function NotKnown({
  of,
  surround,
}: {
  readonly of: readonly NumberedSituation[];
  readonly surround: Dated;
}): JSX.Element | null {
  const worst = of.slice(0, 3).filter(({ situation: { unknowns, place } }) => unknowns.length > 0 || place.unplaced);
  if (worst.length === 0) return null;
  return (
    <section aria-labelledby="h-u">
      <h2 id="h-u">Not known</h2>
      {worst.map(({ situation, numbered }) => (
        <>
          {of.length > 1 ? (
            <h3 class="small-h">
              <a href={at(`/situations/${situation.id}`, surround.moment)}>
                <PlaceName situation={situation} max={60} />
              </a>
            </h3>
          ) : null}
          <ul class="unknown">
            {unplacedIn(situation).map((sentence) => (
              <li>
                <p>{sentence}</p>
              </li>
            ))}
            {situation.unknowns.slice(0, 5).map((unknown) => (
              <li>
                <p>
                  <NotTold situation={situation} unknown={unknown} />{' '}
                  <NotToldBy unknown={unknown} near={surround.moment.valid} />
                  <Cites numbered={numbered} cites={[unknown.cite]} />
                </p>
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}
