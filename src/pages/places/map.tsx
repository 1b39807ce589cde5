/** A still map around one place, with its content once more as text. */
import type { JSX } from 'preact';
import { drawingsOf } from '../../core/geo/drawing/drawings.ts';
import type { Shape } from '../../core/geo/shape.ts';
import { backdropOf, Ground, Legend, Names } from '../map/backdrop.tsx';
import type { Borders } from '../map/borders.ts';
import { labelLanguage } from '../map/labels.ts';
import { Taken } from '../map/land.tsx';
import { boxOfDrawings, Outline } from '../map/outline.tsx';
import { frameOf } from '../map/projection.ts';

const [width, height] = [480, 330];
/** On each side of it, so that a town has its neighbours around it. */
const aroundDegrees = 0.6;

interface PlaceMapProps {
  readonly name: string;
  readonly shape: Shape;
  readonly borders: Borders | null;
}

export function PlaceMap({ name, shape, borders }: PlaceMapProps): JSX.Element {
  const drawings = drawingsOf([shape]);
  const box = boxOfDrawings(drawings) ?? { west: 0, east: 0, south: 0, north: 0 };
  const around = {
    ...{ west: box.west - aroundDegrees, east: box.east + aroundDegrees },
    ...{ south: box.south - aroundDegrees / 2, north: box.north + aroundDegrees / 2 },
  };
  const frame = frameOf(around, width, height);
  const backdrop = backdropOf(borders, frame);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="place-map-title">
      <title id="place-map-title">{`Map around ${name}.`}</title>
      <Ground {...backdrop} />
      {drawings.map((drawing) => (
        <Outline frame={frame} drawing={drawing} />
      ))}
      <Names of={backdrop} taken={new Taken()} language={labelLanguage('en')} />
      <Legend frame={frame} />
    </svg>
  );
}
