/** The head of the picture: what people are told at the worst place; then how grave it is and whether it rises, each as its own speaker's word. */
import type { JSX } from 'preact';
import type { Situation } from '../../core/situation.ts';
import { H1 } from '../parts/around.tsx';
import { Cites, type Numbered, Quoted, Said } from '../parts/cited.tsx';
import { isolated } from '../parts/shown-text.ts';
import { Named, PlaceName } from '../situation/words.tsx';
import { capital } from '../strings/en.ts';
import { adviceText, gravityOf, headlineText, noLevel, scopeText, trendText } from '../strings/picture.ts';

interface Part {
  readonly situation: Situation;
  readonly numbered: Numbered;
}

export function Headline({ situation, numbered }: Part): JSX.Element {
  const { instruction, trend } = situation;
  return (
    <>
      <H1>
        <PlaceName situation={situation} max={60} />: {headlineText(situation)}
        {instruction === null ? null : (
          <>
            , says <Named situation={situation} issuer={instruction.issuer} />
            <span class="cites">
              <Cites numbered={numbered} cites={[instruction.cite]} />
            </span>
          </>
        )}
      </H1>
      <p class="counts">
        <Grave situation={situation} numbered={numbered} />
        {trend === null ? null : (
          <>
            {' '}
            {trend.speaker === null ? 'A report' : capital(isolated(trend.speaker, 60))}:{' '}
            <Quoted numbered={numbered} cite={trend.cite} max={90} />, read as {trendText[trend.value].toLowerCase()}.
          </>
        )}
      </p>
    </>
  );
}

/** The figure of the sign, with whose word it is. */
function Grave({ situation, numbered }: Part): JSX.Element {
  const { level, severity } = situation;
  const { text, figure } = gravityOf(situation);
  const isLevel = level !== null && text === adviceText(level.value);
  const said = isLevel ? level : severity;
  if (figure === 0 || said === null) return <>{noLevel}.</>;
  return (
    <Said numbered={numbered} cites={[said.cite]}>
      <Named situation={situation} issuer={said.issuer} />: {text.charAt(0).toLowerCase() + text.slice(1)}
      {isLevel ? `, ${scopeText[level.scope]}` : ''}.
    </Said>
  );
}
