/** One situation: what to do, how grave, who warns in their own words, where they differ, what is not known, and what all of it rests on. */
import type { Instant } from '../core/time/time.ts';
import { PlacesInside } from './alert/places.tsx';
import { at, type Dated, page } from './layout.tsx';
import { H1 } from './parts/around.tsx';
import { When } from './parts/words.tsx';
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
import { Where } from './situation/where/where.tsx';
import { PlaceName, plainTitle } from './situation/words.tsx';
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
