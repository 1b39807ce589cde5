/** Where an alert is about, in one line: by the info that leads, and never as if nothing were named when another info names something. */
import type { JSX } from 'preact';
import type { CapAlert, CapInfo } from '../../core/cap/model.ts';
import { Theirs } from './words.tsx';

interface AreaNameProps {
  readonly alert: CapAlert;
  readonly info: CapInfo | undefined;
  /** Characters. */
  readonly max: number;
}

/** `area Hill road`, `no area named`, `an area named for a part of it only: Hill road`. */
export function AreaName({ alert, info, max }: AreaNameProps): JSX.Element {
  const other = alert.infos.find(({ areas }) => areas.length > 0);
  const by = info !== undefined && info.areas.length > 0 ? info : other;
  const area = by?.areas[0]?.areaDesc;
  if (area === undefined) return <>no area named</>;
  return (
    <>
      {by === info ? 'area ' : 'an area named for a part of it only: '}
      <Theirs text={area} language={by?.language ?? null} max={max} />
    </>
  );
}
