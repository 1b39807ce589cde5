/** One alert: what to do with its citations, how much to believe it, its own words, where, and who was told, who was not, and why. */
import type { JSX } from 'preact';
import { type AlertView, mayTell } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { ConfirmBox } from './alert/confirm-box.tsx';
import type { AlertData } from './alert/data.ts';
import { Ending } from './alert/ending.tsx';
import { Identity } from './alert/identity.tsx';
import { Infos } from './alert/infos.tsx';
import { NotTold, YourPeople } from './alert/not-told.tsx';
import { PlacesInside, WaysOut } from './alert/places.tsx';
import { Told } from './alert/told.tsx';
import { Where } from './alert/where.tsx';
import { wordsOf } from './alert/words-of.ts';
import { at, type Dated, type Moment, page } from './layout.tsx';
import { lookOf, Marks, Until } from './parts/alert-row.tsx';
import { ExerciseMark, H1 } from './parts/around.tsx';
import { Words } from './parts/cited.tsx';
import { FindingList } from './parts/finding-list.tsx';
import { spanId } from './parts/passages.ts';
import { type Lead, leadOf } from './parts/rank.ts';
import { calm } from './parts/shown-text.ts';
import { Sign } from './parts/sign.tsx';
import { Cite, type Source, Theirs, When, WhyTrusted } from './parts/words.tsx';
import { capital, doSentence, stateTag, trustTag } from './strings/en.ts';
import { figureOfAlert, scopeText } from './strings/picture.ts';

export function alertPage(surround: Dated, data: AlertData): string {
  const { view } = data;
  const lead = leadOf(view.alert);
  const { moment, operator } = surround;
  const source = sourceOf(data, moment);
  return page({
    surround,
    title: `${calm(lead?.info.event ?? 'Alert')} (${stateTag[view.state]})`,
    ...(view.state === 'not-actual' ? { notReal: view.alert.status } : {}),
    children: (
      <>
        <nav class="crumb" aria-label="You are here">
          <a href={at('/alerts', moment)}>Alerts</a> <span aria-hidden="true">/</span> {stateTag[view.state]}
        </nav>
        <Mast view={view} lead={lead} source={source} />
        <Ending view={view} known={data.rehearsal?.ends ?? []} moment={moment} source={source} />
        <Facts data={data} lead={lead} source={source} now={moment.valid} />
        {mayTell(view.trust) || moment.isPast ? null : (
          <ConfirmBox view={view} lead={lead} rehearsal={data.rehearsal} operator={operator} />
        )}
        <Infos alert={view.alert} advice={view.advice} source={source} />
        <Where
          view={view}
          source={source}
          extreme={lead?.severity === 4 && view.state === 'in-force'}
          borders={data.borders}
          moment={moment}
        />
        <PlacesInside places={data.places} />
        <Told data={data} showWords={operator !== null} moment={moment} />
        <NotTold data={data} />
        {operator === null ? null : <WaysOut data={data} moment={moment} />}
        <Identity data={data} source={source} />
        {data.report === null ? null : (
          <section class="sec" aria-labelledby="h-f">
            <h2 id="h-f">What the reader found wrong</h2>
            <FindingList findings={data.report.findings} page={source.page} />
          </section>
        )}
      </>
    ),
  });
}

const sourceOf = ({ view, document }: AlertData, moment: Moment): Source => ({
  page: at(`/reports/${view.report}`, moment),
  at: view.alert.at,
  words: wordsOf(view, document),
});

interface Part {
  readonly view: AlertView;
  readonly source: Source;
}

function Mast({ view, lead, source }: Part & { readonly lead: Lead | null }): JSX.Element {
  const info = lead?.info;
  const base = `info[${(lead?.index ?? 0) + 1}]`;
  const area = info?.areas[0]?.areaDesc;
  return (
    <div class="mast">
      <Sign level={figureOfAlert(view).figure} look={lookOf(view)} />
      <div class="txt">
        <H1>
          {view.state === 'not-actual' ? 'Not real: ' : ''}
          <Theirs
            text={(view.advice === null ? info?.event : info?.headline) ?? info?.event ?? view.alert.identifier}
            language={info?.language ?? null}
            max={80}
          />
          {area === undefined ? null : (
            <>
              , <Theirs text={area} language={info?.language ?? null} max={80} />
            </>
          )}
        </H1>
        <p class="state">
          <b>
            <ExerciseMark />
            {figureOfAlert(view).text}
          </b>
          <Marks view={view} />
        </p>
        {view.state === 'in-force' && lead && info ? (
          <p class="do">
            <ExerciseMark />
            {doSentence[lead.instruction ?? 'none']}
            {lead.response === null ? (
              <Cite source={source} path={base} />
            ) : (
              <Cite source={source} path={`${base}/responseType[${lead.response + 1}]`} />
            )}{' '}
            {info.instruction === null ? null : (
              <>
                <Theirs text={info.instruction} language={info.language} max={280} />
                <Cite source={source} path={`${base}/instruction`} />
              </>
            )}
          </p>
        ) : null}
      </div>
    </div>
  );
}

interface FactsProps {
  readonly data: AlertData;
  readonly lead: Lead | null;
  readonly source: Source;
  readonly now: Instant;
}

function Facts({ data, lead, source, now }: FactsProps): JSX.Element {
  const { view } = data;
  const base = `info[${(lead?.index ?? 0) + 1}]`;
  return (
    <dl class="facts">
      <div>
        <dt>{view.advice === null ? 'Severity' : 'Level'}</dt>
        <dd>
          {figureOfAlert(view).text}
          {view.advice !== null ? (
            <small>
              {view.advice.parts.map(({ level, scope }) =>
                level === null ? null : (
                  <>
                    {capital(scopeText[scope])}, read from{' '}
                    <a href={`${source.page}#${spanId(level)}`}>
                      <Words cite={level} max={60} />
                    </a>
                    .{' '}
                  </>
                ),
              )}
              A notice in prose; what CAP calls severity is not stated in it.
            </small>
          ) : lead ? (
            <small>
              Says <Theirs text={lead.info.severity} max={30} />
              <Cite source={source} path={`${base}/severity`} />, urgency <Theirs text={lead.info.urgency} max={30} />
              <Cite source={source} path={`${base}/urgency`} />, certainty{' '}
              <Theirs text={lead.info.certainty} max={30} />
              <Cite source={source} path={`${base}/certainty`} />
            </small>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>Until</dt>
        <dd>
          <Until lead={lead} now={now} />
          {lead?.info.expires ? (
            <small>
              As the issuer states it
              <Cite source={source} path={`${base}/expires`} />
            </small>
          ) : (
            <small>The issuer gives none.</small>
          )}
        </dd>
      </div>
      <div>
        <dt>Trust</dt>
        <dd>
          {capital(trustTag[view.trust])}
          <small>
            {view.trust === 'operator' && view.confirmedBy !== null ? (
              <>
                By {view.confirmedBy}
                {view.confirmedAt === null ? null : (
                  <>
                    , <When at={view.confirmedAt} />
                  </>
                )}
              </>
            ) : (
              <WhyTrusted trust={view.trust} />
            )}
          </small>
        </dd>
      </div>
      <YourPeople data={data} now={now} />
    </dl>
  );
}
