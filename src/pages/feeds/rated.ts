/**
 * An alert whose every word the schema of CAP 1.2 has a place for, when its issuer's had none: a strict receiver refuses the whole
 * warning for one of them. What nobody said, or said outside the lists, is what CAP writes for that (Unknown, Other) and means the
 * same to us; the issuer's own word goes on in a parameter. Docs: docs/decisions/0010-feeds.md.
 */
import {
  type CapAlert,
  type CapInfo,
  type CapResource,
  categories,
  certainties,
  type NamedValue,
  responseTypes,
  type Stamp,
  severities,
  urgencies,
} from '../../core/cap/index.ts';
import { asIssued } from '../strings/feeds.ts';

/** Its `sent` is left alone: whoever refers to it needs that as it stands. */
export const rated = (alert: CapAlert): CapAlert => ({ ...alert, infos: alert.infos.map(ratedInfo) });

function ratedInfo(info: CapInfo): CapInfo {
  const moved: NamedValue[] = [];
  const move = (name: string, value: string): void => {
    if (value !== '') moved.push({ valueName: asIssued(name), value });
  };
  const listed = (name: string, words: readonly string[], list: readonly string[]): string[] => {
    for (const word of words) if (!list.includes(word)) move(name, word);
    return words.filter((word) => list.includes(word));
  };
  const rating = (name: 'urgency' | 'severity' | 'certainty', list: readonly string[]): string => {
    // The one word of 1.0 that 1.2 has another for is written as that.
    const isOld = name === 'certainty' && info.certainty === 'Very Likely';
    return isOld ? info.certainty : (listed(name, [info[name]], list)[0] ?? 'Unknown');
  };
  const timed = (name: 'effective' | 'onset' | 'expires'): Stamp | null => {
    const stamp = info[name];
    if (stamp === null || stamp.at !== null) return stamp;
    move(name, stamp.text);
    return null;
  };
  const known = listed('category', info.categories, categories);
  const whole: CapInfo = {
    ...info,
    categories: known.length === 0 ? ['Other'] : known,
    responseTypes: listed('responseType', info.responseTypes, responseTypes),
    urgency: rating('urgency', urgencies),
    severity: rating('severity', severities),
    certainty: rating('certainty', certainties),
    effective: timed('effective'),
    onset: timed('onset'),
    expires: timed('expires'),
    resources: info.resources.map(typed),
  };
  return { ...whole, parameters: [...info.parameters, ...moved] };
}

/** RFC 2046, section 4.5.1: a type that nobody stated. */
const typed = (resource: CapResource): CapResource => ({
  ...resource,
  mimeType: resource.mimeType ?? 'application/octet-stream',
});
