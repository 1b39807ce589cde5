/** An alert in CAP as it came: its own bytes, so that whoever gets it can check its signature. */
import { type CapAlert, read, write, type XmlElement } from '../../core/cap/index.ts';

export interface AsCame {
  /** The document is this one alert: its bytes can be passed on untouched. */
  readonly isWhole: boolean;
  /** The text of the alert's element, which means the same by itself. */
  readonly element: string;
  readonly isSigned: boolean;
}

/** `alert` in the bytes of its report. null where it can't be taken out by itself: it is escaped there, or leans on what is around it. */
export function asCame(bytes: Uint8Array, alert: CapAlert): AsCame | null {
  const reading = read(bytes);
  const own = reading.alerts.filter((one) => named(one) === named(alert));
  const found = own.length === 1 ? own[0] : own.find((one) => saidBy(one) === saidBy(alert));
  if (!found) return null;
  const isWhole = reading.container === 'alert' && reading.alerts.length === 1;
  const text = write(found, { unchanged: reading });
  // Its own text has no declaration in front; what is written anew has.
  const [declaration = ''] = /^<\?xml[^>]*\?>\s*/.exec(text) ?? [];
  if (!isWhole && declaration !== '') return null;
  return { isWhole, element: text.slice(declaration.length), isSigned: found.extra.some(isSignature) };
}

/** The alert without its signature, which holds for its own bytes only. */
export const unsigned = (alert: CapAlert): CapAlert => ({
  ...alert,
  extra: alert.extra.filter((one) => !isSignature(one)),
});

const isSignature = ({ name, namespace }: XmlElement): boolean =>
  namespace === 'http://www.w3.org/2000/09/xmldsig#' && /(^|:)Signature$/.test(name);

const named = ({ sender, identifier, sent }: CapAlert): string => JSON.stringify([sender, identifier, sent.text]);
const saidBy = ({ at: _, ...words }: CapAlert): string => JSON.stringify(words);
