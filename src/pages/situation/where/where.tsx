/** Where a situation is: the map, the same in words, whose drawing or boundary it is, and what of it nobody here can place. */
import type { JSX } from 'preact';
import type { Situation } from '../../../core/situation.ts';
import type { Dated } from '../../layout.tsx';
import { liveMap } from '../../map/live-map.ts';
import { placesOn } from '../../map/places.ts';
import { type MapPlan, planOf, SituationMap } from '../../map/situation-map.tsx';
import { AsFile } from '../../map/still/as-file.tsx';
import { Cites, type Numbered } from '../../parts/cited.tsx';
import { Unknown } from '../../parts/words.tsx';
import { gravityOf } from '../../strings/picture.ts';
import { countryName } from '../../strings/reasons.ts';
import type { SituationData } from '../data.ts';
import { PlaceName, placeCitesOf, plainTitle } from '../words.tsx';
import { edgesText } from './edges.ts';
import { UnplacedAreas } from './unplaced.tsx';

interface WhereProps {
  readonly data: SituationData;
  readonly numbered: Numbered;
  readonly surround: Dated;
}

export function Where({ data, numbered, surround }: WhereProps): JSX.Element {
  const { situation, borders } = data;
  const plan = planOf([situation], borders, true);
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
            <Caption situation={situation} plan={plan} numbered={numbered} /> {borders?.attribution}
            <AsFile page={`/situations/${situation.id}`} moment={surround.moment} />
          </figcaption>
        </figure>
      )}
      <UnplacedAreas situation={situation} />
    </section>
  );
}

interface CaptionProps {
  readonly situation: Situation;
  readonly plan: MapPlan;
  readonly numbered: Numbered;
}

function Caption({ situation, plan, numbered }: CaptionProps): JSX.Element {
  const { place } = situation;
  return (
    <>
      {place.kind === 'country' && plan.whole.size > 0 ? 'Hatched: the whole country, which the advice is about. ' : ''}
      <b>
        <PlaceName situation={situation} />
        {place.country === null || place.kind === 'country' ? '' : `, ${countryName(place.country)}`}
      </b>
      <Cites numbered={numbered} cites={situation.issuers.flatMap(placeCitesOf)} />. {edgesText(situation).join(' ')}{' '}
      Squares are places by their name. People are not on this map.
    </>
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
