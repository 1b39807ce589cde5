/** One situation: what to do, how grave, who warns in their own words, where they differ, what is not known, and what all of it rests on. */
import type { JSX } from 'preact';
import type { Situation } from '../core/situation.ts';
import type { Instant } from '../core/time/time.ts';
import { PlacesInside } from './alert/places.tsx';
import { at, type Dated, page } from './layout.tsx';
import { shapeText } from './map/area-map.tsx';
import { liveMap } from './map/live-map.ts';
import { placesOn } from './map/places.ts';
import { planOf, SituationMap } from './map/situation-map.tsx';
import { AsFile } from './map/still/as-file.tsx';
import { H1 } from './parts/around.tsx';
import { Cites, type Numbered } from './parts/cited.tsx';
import { calm, clipped } from './parts/shown-text.ts';
import { Unknown, When } from './parts/words.tsx';
import { Behind, Related } from './situation/behind.tsx';
import { numberedOf, type SituationData } from './situation/data.ts';
import { Figures, Happened, Lapses, NotKnown } from './situation/happened.tsx';
import { Issuers } from './situation/issuers.tsx';
import { Facts, Mast } from './situation/mast.tsx';
import { Sources } from './situation/sources.tsx';
import { Told } from './situation/told.tsx';
import { Versus } from './situation/versus.tsx';
import { Voices } from './situation/voices.tsx';
import { Lanes } from './situation/when/lanes.tsx';
import { PlaceName, placeCitesOf, plainTitle } from './situation/words.tsx';
import { gravityOf } from './strings/picture.ts';
import { countryName } from './strings/reasons.ts';

export function situationPage(surround: Dated, data: SituationData): string {
  const { moment } = surround;
  const { situation } = data;
  const numbered = numberedOf(data);
  return page({
    surround,
    title: plainTitle(situation),
    children: (
      <>
        <nav class="crumb" aria-label="You are here">
          <a href={at('/', moment)}>Picture</a> <span aria-hidden="true">/</span>{' '}
          {situation.place.country === null || situation.place.kind === 'country' ? null : (
            <>
              {countryName(situation.place.country)} <span aria-hidden="true">/</span>{' '}
            </>
          )}
          <PlaceName situation={situation} max={80} />
        </nav>
        <Mast data={data} numbered={numbered} moment={moment} />
        <Facts data={data} numbered={numbered} />
        <Issuers data={data} numbered={numbered} moment={moment} />
        <Voices situation={situation} numbered={numbered} near={moment.valid} />
        <Versus situation={situation} numbered={numbered} />
        <Happened situation={situation} readings={data.readings} numbered={numbered} moment={moment} />
        <div class="two columns">
          <div>
            <NotKnown situation={situation} numbered={numbered} near={moment.valid} />
            <Lapses situation={situation} numbered={numbered} />
          </div>
          <div>
            <Where data={data} numbered={numbered} surround={surround} />
            <Figures situation={situation} numbered={numbered} near={moment.valid} />
            <Behind situation={situation} readings={data.readings} numbered={numbered} near={moment.valid} />
            <Related situation={situation} readings={data.readings} numbered={numbered} />
          </div>
        </div>
        <Lanes data={data} numbered={numbered} moment={moment} />
        <PlacesInside places={data.places} />
        <Told data={data} moment={moment} />
        <Sources data={data} numbered={numbered} moment={moment} />
      </>
    ),
  });
}

interface WhereProps {
  readonly data: SituationData;
  readonly numbered: Numbered;
  readonly surround: Dated;
}

function Where({ data, numbered, surround }: WhereProps): JSX.Element {
  const { situation, borders } = data;
  const { place } = situation;
  const plan = planOf([situation], borders, true);
  const named = situation.issuers.flatMap(placeCitesOf);
  return (
    <section class="sec" aria-labelledby="h-m">
      <h2 id="h-m">Where</h2>
      {plan === null ? (
        <Undrawn situation={situation} />
      ) : (
        <figure class="map" {...liveMap(surround, situation.id)}>
          <SituationMap
            plan={plan}
            borders={borders}
            id="am-t"
            places={placesOn(situation, plan.frame)}
            title={`Map without people. ${plainTitle(situation)}: ${gravityOf(situation).text}.`}
          />
          <figcaption>
            {place.kind === 'country' && plan.whole.size > 0
              ? 'Hatched: the whole country, which the advice is about. '
              : ''}
            <b>
              <PlaceName situation={situation} />
              {place.country === null || place.kind === 'country' ? '' : `, ${countryName(place.country)}`}
            </b>
            <Cites numbered={numbered} cites={named} />.{' '}
            {place.ours
              ? `Dashed: this desk’s own shape. ${situation.issuers.length === 0 ? 'Reports name the place; nobody' : 'The issuer named the place and drew nothing; nobody else'} said where it ends. `
              : place.shapes.length > 0
                ? 'Solid: the shape its issuer drew. '
                : ''}
            {place.shapes.slice(0, 2).map((shape) => `${calm(clipped(shapeText(shape), 140))}. `)}
            Squares are places by their name. People are not on this map. {borders?.attribution}
            <AsFile page={`/situations/${situation.id}`} moment={surround.moment} />
          </figcaption>
        </figure>
      )}
    </section>
  );
}

/** A country needs no shape: who is in it is known by the country of each person’s stay. */
function Undrawn({ situation }: { readonly situation: Situation }): JSX.Element {
  const { place } = situation;
  const name = <PlaceName situation={situation} />;
  if (place.kind === 'country')
    return <p>{name}: no outline of it is at hand. Whoever’s stay names that country counts as in it.</p>;
  return (
    <Unknown>
      {place.id === null ? <>Where exactly {name} is.</> : <>How far {name} reaches.</>} Nothing is drawn for it, so
      nobody can be said to be inside.
    </Unknown>
  );
}

/** Asked for at a moment at which nobody here knew of it; what it is called since then is no knowledge of that moment. */
export function notYetPage(surround: Dated, known: { readonly id: string; readonly since: Instant }): string {
  const title = 'Not known at this moment';
  const path = `/situations/${known.id}`;
  return page({
    surround,
    title,
    children: (
      <div class="top">
        <H1>{title}</H1>
        <p class="counts">
          What is asked for does not stand in the picture of this moment. This desk first knew of it{' '}
          <When at={known.since} />.
        </p>
        <p class="btns">
          <a class="btn" href={`${path}?at=${new Date(known.since).toISOString()}`}>
            As it was first known
          </a>
          <a class="btn" href={at('/', surround.moment)}>
            The picture of this moment
          </a>
        </p>
      </div>
    ),
  });
}
