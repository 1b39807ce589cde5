/** Each info of an alert in its issuer's own words: one article for each language, like beside like. */
import type { ComponentChildren, JSX } from 'preact';
import type { Advice, AdvicePart } from '../../core/advice.ts';
import type { CapAlert, CapInfo, Stamp } from '../../core/cap/model.ts';
import { calm, dirOf, langOf, quotesOf } from '../parts/shown-text.ts';
import { Cite, type Source, Stands, Stated, TextCites, TheirBlock, Theirs } from '../parts/words.tsx';
import { capital, doWord } from '../strings/en.ts';

interface InfosProps {
  readonly alert: CapAlert;
  /** Of a notice in prose: then what CAP asks for besides its words was filled in by us and is not shown as theirs. */
  readonly advice: Advice | null;
  readonly source: Source;
}

export function Infos({ alert, advice, source }: InfosProps): JSX.Element {
  const many = alert.infos.length > 1;
  return (
    <section class="sec" aria-labelledby="h-o">
      <h2 id="h-o">In the issuer’s own words</h2>
      {alert.infos.length === 0 ? (
        <p class="quiet">The document holds no words for the public.</p>
      ) : (
        <div class={many ? 'infos many' : 'infos'}>
          {alert.infos.map((info, index) => (
            <Info info={info} part={advice?.parts[index] ?? null} index={index} source={source} />
          ))}
        </div>
      )}
    </section>
  );
}

interface InfoProps {
  readonly info: CapInfo;
  readonly part: AdvicePart | null;
  /** From 0. */
  readonly index: number;
  readonly source: Source;
}

function Info({ info, part, index, source }: InfoProps): JSX.Element {
  const base = `info[${index + 1}]`;
  const { language } = info;
  const [open, close] = quotesOf(language);
  const cite = (path: string): JSX.Element => <Cite source={source} path={`${base}/${path}`} />;
  const block = (path: string, text: string | null): JSX.Element | null =>
    text === null || text === '' ? null : <TheirBlock text={text} language={language} cite={cite(path)} />;
  return (
    <article class="issuer" aria-labelledby={`i-${index}`}>
      <header>
        <h3 id={`i-${index}`} lang={langOf(language)} dir={dirOf(language)} class="theirs">
          {open}
          {calm(info.headline ?? info.event)}
          {close}
          {cite(info.headline === null ? 'event' : 'headline')}
        </h3>
        <p>
          Language{' '}
          {language === null ? (
            'not stated'
          ) : (
            <Stands source={source} path={`${base}/language`} text={language} max={40} />
          )}
          {info.senderName === null ? null : (
            <>
              , from <Stands source={source} path={`${base}/senderName`} text={info.senderName} language={language} />
            </>
          )}
        </p>
      </header>
      {block('description', info.description)}
      {block('instruction', info.instruction)}
      <InfoPairs info={info} part={part} base={base} source={source} />
    </article>
  );
}

/** What a notice in prose tells people to do: our word for it, and the sentence it was read from. */
function Told({ part, source }: { readonly part: AdvicePart; readonly source: Source }): JSX.Element {
  if (part.instructions.length === 0) return <>No instruction stated</>;
  return (
    <>
      {part.instructions.map(({ value, sentence }, n) => (
        <>
          {n === 0 ? capital(doWord[value]) : `, ${doWord[value]}`}
          <TextCites page={source.page} spans={[sentence]} />
        </>
      ))}
    </>
  );
}

/** Label, path below the info, and what stands there; absent elements are left out, except an end: that is said. */
function InfoPairs({
  info,
  part,
  base,
  source,
}: {
  readonly info: CapInfo;
  readonly part: AdvicePart | null;
  readonly base: string;
  readonly source: Source;
}): JSX.Element {
  const words = (list: readonly string[], name: string): ComponentChildren =>
    list.length === 0
      ? null
      : list.map((text, n) => (
          <>
            <Theirs text={text} max={300} />
            <Cite source={source} path={`${base}/${name}[${n + 1}]`} />{' '}
          </>
        ));
  const word = (text: string | null, name: string, language: string | null = info.language): JSX.Element | null =>
    text === null || text === '' ? null : (
      <Stands source={source} path={`${base}/${name}`} text={text} language={language} max={300} />
    );
  const stamp = (value: Stamp | null, name: string): JSX.Element | null =>
    value === null ? null : (
      <>
        <Stated stamp={value} />
        <Cite source={source} path={`${base}/${name}`} />
      </>
    );
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    ['Event', part === null ? word(info.event, 'event') : null],
    ['Do', part === null ? words(info.responseTypes, 'responseType') : <Told part={part} source={source} />],
    ['To whom', word(info.audience, 'audience')],
    ['Urgency', part === null ? word(info.urgency, 'urgency', null) : null],
    ['Severity', part === null ? word(info.severity, 'severity', null) : null],
    ['Certainty', part === null ? word(info.certainty, 'certainty', null) : null],
    ['Category', part === null ? words(info.categories, 'category') : null],
    ['In effect', stamp(info.effective, 'effective')],
    ['Begins', stamp(info.onset, 'onset')],
    ['Until', stamp(info.expires, 'expires') ?? <>Not stated</>],
    ['Contact', word(info.contact, 'contact')],
    ['Web', word(info.web, 'web', null)],
    ['More', named(info, base, source)],
    ['Files', files(info, base, source)],
  ];
  return (
    <dl class="pairs">
      {rows.map(([label, value]) =>
        value === null ? null : (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
    </dl>
  );
}

function named(info: CapInfo, base: string, source: Source): JSX.Element | null {
  const lists = [
    ...info.eventCodes.map((one, n) => ({ ...one, path: `eventCode[${n + 1}]` })),
    ...info.parameters.map((one, n) => ({ ...one, path: `parameter[${n + 1}]` })),
  ];
  if (lists.length === 0) return null;
  return (
    <>
      {lists.map((one) => (
        <p>
          <Theirs text={`${one.valueName}: ${one.value}`} max={300} />
          <Cite source={source} path={`${base}/${one.path}`} />
        </p>
      ))}
    </>
  );
}

/** Addresses in an alert are a stranger's: shown to be read, never a link to press. */
function files(info: CapInfo, base: string, source: Source): JSX.Element | null {
  if (info.resources.length === 0) return null;
  return (
    <>
      {info.resources.map((one, n) => (
        <p>
          <Theirs
            text={[one.resourceDesc, one.mimeType, one.uri].filter(Boolean).join(', ')}
            language={info.language}
            max={400}
          />
          <Cite source={source} path={`${base}/resource[${n + 1}]`} />
        </p>
      ))}
    </>
  );
}
