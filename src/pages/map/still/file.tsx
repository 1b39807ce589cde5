/** A drawn map as a file of its own: for mail, print and whoever has no page around it. Its colours are inside, light and dark. People are never on it. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Exercise } from '../../exercise.ts';
import { InExercise } from '../../parts/around.tsx';
import { Patterns } from '../../parts/sign.tsx';

interface MapFileProps {
  /** Says in words what the drawing shows. */
  readonly title: string;
  /** Size of the map itself, in units of the picture. */
  readonly width: number;
  readonly height: number;
  /** Whom the ground is from; stands below the map. */
  readonly credit: string;
  /** When it held, in words; stands below too. */
  readonly moment: string;
  /** The style sheets of the pages; rules for anything but maps are left out. */
  readonly css: string;
  /** Set when the desk replays a story. */
  readonly exercise: Exercise | null;
  /** What says that it is not real, for a band above the map; null on a real one. */
  readonly band: string | null;
  /** All shapes are the desk's own. */
  readonly ours?: boolean;
  readonly children: ComponentChildren;
}

const line = 18;
/** As many as fit in the widest of common fonts: which one there will be, nobody knows. */
const lettersOfLine = (width: number, size: number): number => Math.floor(width / (size * 0.62));

/** An SVG document. */
export function mapFile({
  title,
  width,
  height,
  credit,
  moment,
  css,
  exercise,
  band,
  ours = false,
  children,
}: MapFileProps): string {
  const banner = band === null ? [] : wrapped(band, lettersOfLine(width, 15));
  const top = banner.length === 0 ? 0 : banner.length * line + 14;
  const words = [moment, `People are not on this map. ${credit}`].flatMap((text) =>
    wrapped(text, lettersOfLine(width, 13)),
  );
  const whole = top + height + words.length * line + 10;
  const kinds = ['map', ...(ours ? ['ours'] : []), ...(band === null ? [] : ['drill'])].join(' ');
  return asXml(
    renderToString(
      <InExercise.Provider value={exercise}>
        <svg
          xmlns="http://www.w3.org/2000/svg"
          class={kinds}
          viewBox={`0 0 ${width} ${whole}`}
          width={width}
          height={whole}
          role="img"
          aria-labelledby="file-title"
        >
          <title id="file-title">{title}</title>
          <style>{mapRules(css)}</style>
          <rect class="ground" width={width} height={whole} />
          <Patterns />
          {band === null ? null : (
            <g class="fileband">
              <rect width={width} height={top} />
              {banner.map((text, n) => (
                <text x={width / 2} y={line * (n + 1) + 2} text-anchor="middle">
                  {text}
                </text>
              ))}
            </g>
          )}
          <svg y={top} width={width} height={height} aria-hidden="true">
            {children}
          </svg>
          {words.map((text, n) => (
            <text x="8" y={top + height + line * (n + 1)}>
              {text}
            </text>
          ))}
        </svg>
      </InExercise.Provider>,
    ),
  );
}

/** What HTML bears in a text and XML does not: the end of a CDATA section, and characters that are none (XML 1.0, 2.2 and 2.4). */
const asXml = (html: string): string =>
  html
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(']]>', ']]&gt;');

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const always =
  '.map{background:none;border:0}.map svg{inline-size:auto;block-size:auto}.map .fileband rect{fill:var(--bar)}.map .fileband text{fill:var(--bar-ink);stroke:none;font-size:14px;font-weight:600}';

/** Tokens, and each line of rules that is about maps, signs or their hatching; a font of the desk is not to be had from a file. */
function mapRules(css: string): string {
  const tokens = css.slice(css.indexOf(':root'), css.indexOf('/* Paper:'));
  const rules = css
    .split('\n')
    .filter((one) => /^\.(map|land|sign|area-line|hatch-line)\b/.test(one) && !one.includes('live'));
  return `${tokens}${rules.join('\n')}${always}`;
}
