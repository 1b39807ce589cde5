/** The brief: the questions people ask of a danger, each answered from the picture with the numbers of its sources. Made to be printed. */
import { at, type Dated, page } from '../layout.tsx';
import { H1 } from '../parts/around.tsx';
import { Cites } from '../parts/cited.tsx';
import { Sign } from '../parts/sign.tsx';
import { When } from '../parts/words.tsx';
import { numberedOf, type SituationData } from '../situation/data.ts';
import { State, Strongest } from '../situation/mast.tsx';
import { SourceList } from '../situation/sources.tsx';
import { plainTitle, SituationTitle, titleCites } from '../situation/words.tsx';
import { gravityOf } from '../strings/picture.ts';
import {
  HowRelated,
  UntilWhen,
  WhatFigures,
  WhatHappened,
  WhatIsNotKnown,
  WhoIsBehind,
  WhoseBoundary,
} from './events.tsx';
import { HowGrave, OfWhat, PlaysDown, WhatIsSaid, WhoWarns } from './questions.tsx';

export function briefPage(surround: Dated, data: SituationData): string {
  const { situation } = data;
  const { moment } = surround;
  const path = `/situations/${situation.id}`;
  const numbered = { ...numberedOf(data), used: new Set<string>() };
  const part = { data, numbered, near: moment.valid };
  return page({
    surround,
    title: `Questions and answers: ${plainTitle(situation)}`,
    children: (
      <>
        <nav class="crumb noprint" aria-label="You are here">
          <a href={at('/', moment)}>Picture</a> <span aria-hidden="true">/</span>{' '}
          <a href={at(path, moment)}>
            <span>
              <SituationTitle situation={situation} max={80} />
            </span>
          </a>{' '}
          <span aria-hidden="true">/</span> Questions and answers
        </nav>
        <article class="a4">
          <div class="mast">
            <Sign level={gravityOf(situation).figure} look="live" />
            <div class="txt">
              <p class="label">Questions and answers</p>
              <H1>
                <SituationTitle situation={situation} max={120} />
                <span class="cites">
                  <Cites numbered={numbered} cites={titleCites(situation)} />
                </span>
              </H1>
              {situation.instruction === null ? null : (
                <Strongest situation={situation} instruction={situation.instruction} numbered={numbered} />
              )}
            </div>
          </div>
          <p class="line">
            <State situation={situation} numbered={numbered} />
            <span>
              As known <When at={moment.valid} />
            </span>
          </p>
          <OfWhat {...part} />
          <WhoWarns {...part} />
          <HowGrave {...part} />
          <WhatIsSaid {...part} />
          <PlaysDown {...part} />
          <WhatHappened {...part} />
          <WhatFigures {...part} />
          <WhoseBoundary {...part} />
          <WhatIsNotKnown {...part} />
          <UntilWhen {...part} />
          <WhoIsBehind {...part} />
          <HowRelated {...part} />
          <section class="refs" aria-labelledby="h-refs">
            <h2 id="h-refs">Sources</h2>
            <p>The number is the document, the letter the passage in it: the same number is the same voice.</p>
            <SourceList data={data} numbered={numbered} moment={moment} />
            <p>
              Made by templates from the facts up to number {moment.seq}; read by rules, by no model. Checked by: nobody
              yet.
            </p>
          </section>
        </article>
      </>
    ),
  });
}
