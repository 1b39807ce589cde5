/** The signs: shape and number together; the word always stands beside them. Colours come from the style sheet by class. */
import type { JSX } from 'preact';
import { useExercise } from './around.tsx';
import type { SeverityLevel } from './rank.ts';

export type SignLook = 'live' | 'ended' | 'not-real';

const shape = (level: SeverityLevel, className: string): JSX.Element => {
  switch (level) {
    case 4:
      return <path class={className} d="M15 2h18l13 13v18L33 46H15L2 33V15Z" />;
    case 3:
      return <path class={className} d="M24 1.5 46.5 24 24 46.5 1.5 24Z" />;
    case 2:
      return <path class={className} d="M24 3 46 43H2Z" />;
    case 1:
      return <rect class={className} x="5" y="5" width="38" height="38" />;
    case 0:
      return <circle class={className} cx="24" cy="24" r="20" />;
  }
};

interface SignProps {
  readonly level: SeverityLevel;
  readonly look: SignLook;
}

/** Decoration by itself: whoever shows it also writes the word for its figure in the same line. */
export function Sign({ level, look }: SignProps): JSX.Element {
  const seen = useLook(look);
  return (
    <svg class={`sign l${level} ${seen}`} viewBox="0 0 48 48" aria-hidden="true">
      <Figure level={level} look={seen} />
    </svg>
  );
}

/** The same within a drawing, `size` units wide around (x, y). */
export function SignAt({
  level,
  look,
  x,
  y,
  size,
}: SignProps & { readonly x: number; readonly y: number; readonly size: number }): JSX.Element {
  const seen = useLook(look);
  const place = `translate(${(x - size / 2).toFixed(1)} ${(y - size / 2).toFixed(1)}) scale(${(size / 48).toFixed(3)})`;
  return (
    <g class={`sign l${level} ${seen}`} transform={place}>
      <Figure level={level} look={seen} />
    </g>
  );
}

/** In a replay nothing looks live. */
const useLook = (look: SignLook): SignLook => (useExercise() !== null && look === 'live' ? 'not-real' : look);

function Figure({ level, look }: SignProps): JSX.Element {
  const middle = level === 2 ? 29.5 : 24;
  return (
    <>
      {shape(level, 'edge')}
      {look === 'not-real' && level > 0 ? (
        <>
          {shape(level, 'hatch')}
          <circle class="hole" cx="24" cy={middle} r="11.5" />
        </>
      ) : null}
      {level === 0 ? (
        <path class="dash" d="M16 24h16" />
      ) : (
        <text x="24" y={level === 2 ? 38 : 32.5} text-anchor="middle" font-size="24" font-weight="700">
          {level}
        </text>
      )}
    </>
  );
}

/** The hatching that signs and maps refer to; once on each page. */
export function Patterns(): JSX.Element {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch-line" d="M0 0V7" />
        </pattern>
        <pattern id="area-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="area-line" d="M0 0V7" />
        </pattern>
        <pattern id="later" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path class="later-line" d="M0 0V7" />
        </pattern>
      </defs>
    </svg>
  );
}

export function Bell(): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 17C4 9 6.500 3 12 3s8 6 8 14Z" fill="currentColor" />
      <path d="M1.500 18.500h21V21h-21Z" fill="currentColor" />
    </svg>
  );
}
