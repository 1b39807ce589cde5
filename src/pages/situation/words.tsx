/** The small parts that lists and pages of situations share: name, issuer, trend, end, what is new, people. */
import type { ComponentChild, JSX } from 'preact';
import { placesNamed } from '../../core/geo/gazetteer/gazetteer.ts';
import type { Cite, IssuerWord, Situation, SituationUnknown } from '../../core/situation.ts';
import { day, type Instant } from '../../core/time/time.ts';
import { calm, clipped, isolated } from '../parts/shown-text.ts';
import { Mark, Tag, Theirs, When } from '../parts/words.tsx';
import { capital } from '../strings/en.ts';
import { trendText, unknownText } from '../strings/picture.ts';
import { countryName } from '../strings/reasons.ts';
import { kindOf, titleOf } from '../strings/situations.ts';

/** As plain text, for the title of a page or the label of a link. */
export const plainTitle = (situation: Situation): string => calm(clipped(titleOf(situation), 160));

/** The same on a page: what an issuer called it, or the place it named, stands in quotation marks. */
export function SituationTitle({
  situation,
  max = 120,
}: {
  readonly situation: Situation;
  readonly max?: number;
}): JSX.Element {
  const title = titleOf(situation);
  const { event, place } = situation;
  const theirs = event !== null && event !== '';
  if (!theirs && (place.id !== null || place.name === '')) return <>{calm(clipped(title, max))}</>;
  const kind = title.endsWith(`, ${place.name}`) ? title.slice(0, -place.name.length - 2) : title;
  return (
    <>
      {theirs ? <Theirs text={kind} max={max} /> : calm(clipped(kind, max))}
      {place.name === '' ? null : (
        <>
          , <PlaceName situation={situation} max={max} />
        </>
      )}
    </>
  );
}

/** The words that bear its title: what is reported to have happened, and what each issuer warns of, else what is told first of it. */
export function titleCites(situation: Situation): readonly Cite[] {
  const { issuers, events, claims } = situation;
  const { happened, warns } = kindOf(situation);
  if (!warns) return happened;
  const named = issuers.flatMap(({ danger }) => danger ?? []).slice(0, 3);
  const spoken = [...claims, ...issuers.map(({ words }) => ({ cite: words }))];
  const [first] = happened.length > 0 ? spoken : [...events, ...spoken];
  return [...(named.length > 0 ? named : first ? [first.cite] : []), ...happened];
}

export function PlaceName({
  situation,
  max = 120,
}: {
  readonly situation: Situation;
  readonly max?: number;
}): ComponentChild {
  const { id, name } = situation.place;
  if (name === '') return 'Place not named';
  return id === null ? <Theirs text={name} max={max} /> : calm(clipped(name, max));
}

/** Where its places are named; advice on a country may name it nowhere but as its page's subject, beside the level. */
export const placeCitesOf = ({ placeCites, levelCite, words }: IssuerWord): readonly Cite[] =>
  placeCites.length > 0 ? placeCites : [levelCite ?? words];

/** A place with its country, where the gazetteer knows both; `near` is the country to prefer where several have a place of that name. */
function countryOf(name: string, near: string | null): string | null {
  const [first, ...more] = placesNamed(name);
  const place = [first, ...more].find((one) => one?.country === near) ?? (more.length === 0 ? first : undefined);
  return place === undefined || place.kind === 'country' ? null : countryName(place.country);
}

/** “Abbey Gate; Kabul airport, Afghanistan”: those in one country together, before it. */
export function placesText(names: readonly string[], near: string | null): string {
  const groups = [...Map.groupBy(names, (name) => countryOf(name, near))];
  return groups
    .map(
      ([country, all]) => all.map((name) => isolated(name, 120)).join('; ') + (country === null ? '' : `, ${country}`),
    )
    .join('; ');
}

const isGovernment = ({ issuer }: IssuerWord): boolean => /^[A-Z]{2}$/.test(issuer);

/** Who warns: a government by its country, anybody else as they call themselves. */
export function IssuerName({ word }: { readonly word: IssuerWord }): ComponentChild {
  return isGovernment(word) ? countryName(word.issuer) : <Theirs text={word.name} max={80} />;
}
/** The office that speaks for it; nothing where the issuer is named itself. */
export function Office({ word }: { readonly word: IssuerWord }): ComponentChild {
  return isGovernment(word) ? calm(clipped(word.name, 90)) : null;
}
/** Within a sentence: the office of a government by its name, anybody else in quotation marks, as they call themselves. */
export function Named({
  situation: { issuers },
  issuer,
}: {
  readonly situation: Situation;
  readonly issuer: string;
}): ComponentChild {
  const word = issuers.find((one) => one.issuer === issuer);
  if (/^[A-Z]{2}$/.test(issuer)) return calm(clipped(word?.name ?? countryName(issuer), 80));
  return <Theirs text={word?.name ?? issuer} max={80} />;
}

/** One sentence for what nobody tells. */
export function NotTold({
  situation,
  unknown,
}: {
  readonly situation: Situation;
  readonly unknown: SituationUnknown;
}): ComponentChild {
  const { about, issuer } = unknown;
  if (about !== 'level') return unknownText(about);
  return (
    <>
      How grave {issuer === null ? 'its issuer' : <Named situation={situation} issuer={issuer} />} rates it: no level is
      stated.
    </>
  );
}

/** Who says that it is not known, and when that was reported; nothing where it follows from what is missing. */
export function NotToldBy({
  unknown,
  near,
}: {
  readonly unknown: SituationUnknown;
  readonly near: Instant;
}): JSX.Element | null {
  const { at, speaker } = unknown;
  return at === null ? null : (
    <>
      {speaker === null ? 'A report says so' : `${capital(isolated(speaker, 60))} says so`}, reported{' '}
      <When at={at} near={near} />
    </>
  );
}

const arrows = {
  rising: 'M8 1.5 15 10H10.5v4.5h-5V10H1Z',
  steady: 'M1 6h14v4H1Z',
  falling: 'M8 14.5 1 6h4.500V1.500h5V6H15Z',
  unknown: 'M1 6h3v4H1zM6.500 6h3v4h-3zM12 6h3v4h-3z',
} as const;

export function TrendMark({ situation }: { readonly situation: Situation }): JSX.Element {
  const value = situation.trend?.value ?? 'unknown';
  return (
    <span class="trend">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={arrows[value]} fill="currentColor" />
      </svg>
      {trendText[value]}
    </span>
  );
}

/** Until when, as far as the issuers state it: an end counts only when it is everybody's. */
export function UntilText({ situation }: { readonly situation: Situation }): JSX.Element {
  const ends = situation.issuers.flatMap(({ expires }) => expires ?? []);
  if (ends.length === 0) return <>No end stated</>;
  const last = Math.max(...ends);
  return ends.length === situation.issuers.length ? (
    <>
      Until <When at={last} />
    </>
  ) : (
    <>No end stated by all</>
  );
}

/** What is new about it in the day before: solid, with its hour. */
export function NewMark({
  situation,
  now,
}: {
  readonly situation: Situation;
  readonly now: Instant;
}): JSX.Element | null {
  const fresh = (at: Instant): boolean => at <= now && now - at < day;
  const { knownSince, changedAt, issuers } = situation;
  const isAlone = ({ issuer }: IssuerWord): boolean => issuers.filter((one) => one.issuer === issuer).length === 1;
  const joined = issuers
    .filter((one) => one.earlier.length === 0 && isAlone(one) && one.knownAt > knownSince && fresh(one.knownAt))
    .map((one) => one.knownAt);
  const [word, at] = fresh(knownSince)
    ? (['New', knownSince] as const)
    : joined.length > 0
      ? (['New issuer', Math.max(...joined)] as const)
      : fresh(changedAt)
        ? (['Changed', changedAt] as const)
        : [null, 0];
  if (word === null) return null;
  return (
    <Tag kind="solid">
      {word} <Mark at={at} near={now} />
    </Tag>
  );
}
