/** An alert of any version as one whose values and extensions the schema of CAP 1.2 lets stand; see write.ts for what changes. */
import type { Finding, Severity } from '../../finding.ts';
import type { CapAlert, CapArea, CapInfo, CapResource, Stamp, Unread, XmlElement } from '../model.ts';
import { clip } from '../xml/tree.ts';
import { addressOf, base64Of, decimalOf, integerOf, languageOf, shapeText, timeOf } from './values.ts';

const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

export function asCap12(alert: CapAlert, find: (finding: Finding) => void): CapAlert {
  const report = new Report(alert, find);
  for (const one of alert.unread ?? []) report.unread(one);
  return {
    ...alert,
    sent: report.stamp('sent', alert.sent),
    references: alert.references.map((one) => ({ ...one, sent: report.timeOf('references', one.sent) })),
    infos: alert.infos.map((info, i) => infoOf(info, alert, report, `info[${i + 1}]`)),
    extra: alert.extra.filter((element) => report.isSignature(element) || report.leaveOut('', element)),
  };
}

function infoOf(info: CapInfo, { version }: CapAlert, report: Report, path: string): CapInfo {
  const stamp = (name: 'effective' | 'onset' | 'expires'): Stamp | null => {
    const value = info[name];
    return value && report.stamp(`${path}/${name}`, value);
  };
  const noCategory = version === '1.0' && info.categories.length === 0;
  if (noCategory) report.filled(path, 'category', 'Other');
  return {
    ...info,
    language: info.language === null ? null : report.languageOf(`${path}/language`, info.language),
    categories: noCategory ? ['Other'] : info.categories,
    certainty: version === '1.0' && info.certainty === 'Very Likely' ? 'Likely' : info.certainty,
    effective: stamp('effective'),
    onset: stamp('onset'),
    expires: stamp('expires'),
    web: report.kept(`${path}/web`, info.web, addressOf, 'an address'),
    resources: info.resources.map((one, i) => resourceOf(one, version, report, `${path}/resource[${i + 1}]`)),
    areas: info.areas.map((area, i) => areaOf(area, report, `${path}/area[${i + 1}]`)),
    extra: info.extra.filter((element) => report.leaveOut(path, element)),
  };
}

function resourceOf(resource: CapResource, version: string, report: Report, path: string): CapResource {
  const noType = version !== '1.2' && resource.mimeType === null;
  if (noType) report.filled(path, 'mimeType', unknownType);
  return {
    ...resource,
    mimeType: noType ? unknownType : resource.mimeType,
    size: report.kept(`${path}/size`, resource.size, integerOf, 'a whole number'),
    uri: report.kept(`${path}/uri`, resource.uri, addressOf, 'an address'),
    derefUri: resource.derefUri === null ? null : base64Of(resource.derefUri),
    extra: resource.extra.filter((element) => report.leaveOut(path, element)),
  };
}

/** RFC 2046, section 4.5.1: what is not known further. */
const unknownType = 'application/octet-stream';

function areaOf(area: CapArea, report: Report, path: string): CapArea {
  const shaped = (shapes: CapArea['polygons']): CapArea['polygons'] =>
    shapes.map((one) => ({ ...one, text: shapeText(one) }));
  const altitude = report.kept(`${path}/altitude`, area.altitude, decimalOf, 'a number of feet');
  const ceiling = report.kept(`${path}/ceiling`, area.ceiling, decimalOf, 'a number of feet');
  // Alone it would be no range, and break a rule that the alert did not break.
  const isAlone = ceiling !== null && altitude === null && area.altitude !== null;
  if (isAlone) report.without(`${path}/ceiling`, ceiling, 'altitude');
  return {
    ...area,
    polygons: shaped(area.polygons),
    circles: shaped(area.circles),
    altitude,
    ceiling: isAlone ? null : ceiling,
    extra: area.extra.filter((element) => report.leaveOut(path, element)),
  };
}

const renamed = 'What names the alert by the other time may miss it.';
const missed = 'It may miss the alert that has the other time.';
const unnamed =
  'in <references> is written as it stands, and names no alert in CAP 1.2: what it should change or end stays in force. Add the sender and the <sent> of that alert.';

const unreadSentences: Readonly<Record<Exclude<Unread['kind'], 'reference'>, (words: string) => string>> = {
  text: (words) => `The words “${words}” stand loose among elements and are left out; put them where they belong.`,
  element: (words) =>
    `${words} stands among words: these are written without it; look whether they still say the same.`,
  attribute: (words) =>
    `The attribute ${words} has no place in CAP 1.2 and is left out; say it in a <parameter>, if it matters.`,
};

/** Says what is not written as it stands. */
class Report {
  readonly #alert: CapAlert;
  readonly #find: (finding: Finding) => void;

  constructor(alert: CapAlert, find: (finding: Finding) => void) {
    this.#alert = alert;
    this.#find = find;
  }

  stamp(path: string, stamp: Stamp): Stamp {
    return { ...stamp, text: this.timeOf(path, stamp.text) };
  }

  timeOf(path: string, written: string): string {
    const text = timeOf(written);
    if (!/\.\d*[1-9]/.test(written) || text === written) return text;
    const message = `${nameOf(path)} is written ${text}: CAP 1.2 has no parts of a second.`;
    // The time of sending is part of the alert's name, by which others refer to it.
    if (path === 'sent') this.#say('warning', 'changed', path, `${message} ${renamed}`);
    else if (path === 'references') this.#say('warning', 'changed', path, `The time in ${message} ${missed}`);
    else this.#say('info', 'changed', path, message);
    return text;
  }

  unread({ kind, path, words }: Unread): void {
    if (kind !== 'reference') this.#say('warning', 'left-out', path, unreadSentences[kind](clip(words)));
    else if (this.#alert.version === '1.0') this.#say('error', 'references', path, `“${clip(words)}” ${unnamed}`);
  }

  /** Of a value that says nothing when another was left out. */
  without(path: string, value: string, other: string): void {
    const message = `${nameOf(path)} (“${clip(value)}”) is left out with the <${other}> that it belongs to; correct that.`;
    this.#say('warning', 'left-out', path, message);
  }

  languageOf(path: string, language: string): string {
    const tag = languageOf(language);
    if (tag === null)
      this.#say(
        'warning',
        'changed',
        path,
        `<language> is no tag of a language (“${clip(language)}”) and is written und, for undetermined; correct it.`,
      );
    return tag ?? 'und';
  }

  /** null, reported, when `formOf` has no form for the value. */
  kept(path: string, value: string | null, formOf: (text: string) => string | null, what: string): string | null {
    const form = value === null ? null : formOf(value);
    if (value !== null && form === null)
      this.#say(
        'warning',
        'left-out',
        path,
        `${nameOf(path)} is not ${what} (“${clip(value)}”) and is left out; correct it.`,
      );
    return form;
  }

  filled(path: string, name: string, value: string): void {
    const message = `CAP 1.2 asks for <${name}>, which ${this.#alert.version} lets be absent; ${value} is written, which says that nobody said.`;
    this.#say('info', 'filled', `${path}/${name}`, message);
  }

  /** True, reported, for a signature. */
  isSignature({ namespace, name }: XmlElement): boolean {
    if (namespace !== signatureNamespace) return false;
    const message = `<${clip(name)}> is kept, and does not hold over this text, which is written anew; pass on the bytes of the issuer where signatures matter.`;
    this.#say('warning', 'signature', '', message);
    return true;
  }

  /** Always false: for filters. */
  leaveOut(path: string, { name }: XmlElement): false {
    const message = `<${clip(name)}> has no place in CAP 1.2 there and is left out; say it in a <parameter>, if it matters.`;
    this.#say('warning', 'left-out', path, message);
    return false;
  }

  #say(severity: Severity, code: string, path: string, message: string): void {
    const where = { path: path === '' ? '/alert' : `/alert/${path}`, ...this.#alert.at[path] };
    this.#find({ severity, code: `cap.write.${code}`, message: message.toWellFormed(), where });
  }
}

const nameOf = (path: string): string => `<${path.slice(path.lastIndexOf('/') + 1)}>`;
