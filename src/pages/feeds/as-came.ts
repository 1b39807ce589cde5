/** Alerts in CAP as they came: their own bytes, so that whoever gets them can check their signatures. */
import { type CapAlert, check, read, write, type XmlElement } from '../../core/cap/index.ts';
import { standsAlone } from '../../core/cap/write.ts';

/** Where the alerts of a document stand in it: enough to give out each without reading the others again. */
export interface Original {
  readonly text: string;
  /** The document is one alert: its bytes can be passed on untouched. */
  readonly isWhole: boolean;
  /** By what names the alert; of one name there may be several. */
  readonly at: ReadonlyMap<string, readonly Stand[]>;
}

interface Stand {
  readonly start: number;
  readonly end: number;
  readonly isSigned: boolean;
}

export interface AsCame {
  readonly isWhole: boolean;
  /** The text of the alert's element. */
  readonly element: string;
  readonly isSigned: boolean;
}

export function originalOf(bytes: Uint8Array): Original {
  const { text, alerts, container } = read(bytes);
  const at = new Map<string, Stand[]>();
  for (const alert of alerts) {
    const own = alert.at[''];
    if (!own) continue;
    const stand = { start: own.start, end: own.end, isSigned: alert.extra.some(isSignature) };
    const same = at.get(named(alert));
    if (same) same.push(stand);
    else at.set(named(alert), [stand]);
  }
  return { text: text ?? '', isWhole: container === 'alert' && alerts.length === 1, at };
}

/** null where it can't be taken out by itself: it is escaped there, or leans on what is around it. */
export function asCame({ text, isWhole, at }: Original, alert: CapAlert): AsCame | null {
  const means = write(alert);
  for (const { start, end, isSigned } of at.get(named(alert)) ?? []) {
    const element = text.slice(start, end);
    if (isWhole || standsAlone(element, alert, means)) return { isWhole, element, isSigned };
  }
  return null;
}

/** Whether a strict receiver takes it: well-formed, one alert, valid by the schema of its version. */
export function isSound(bytes: Uint8Array): boolean {
  const { xml, alerts } = check(bytes);
  return xml === 'valid' && alerts.length === 1 && alerts[0]?.verdicts.schema === 'valid';
}

/** Whether a browser can lay it out inside of something else. */
export function isWellFormed(element: string): boolean {
  const { xml, alerts } = check(new TextEncoder().encode(element));
  return xml === 'valid' && alerts.length === 1;
}

/** The alert without its signature, which holds for its own bytes only. */
export const unsigned = (alert: CapAlert): CapAlert => ({
  ...alert,
  extra: alert.extra.filter((one) => !isSignature(one)),
});

const isSignature = ({ name, namespace }: XmlElement): boolean =>
  namespace === 'http://www.w3.org/2000/09/xmldsig#' && /(^|:)Signature$/.test(name);

const named = ({ sender, identifier, sent }: CapAlert): string => JSON.stringify([sender, identifier, sent.text]);
