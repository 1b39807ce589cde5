/** The words of one entry of a feed: its issuer's, made safe to stand beside others. */
import type { CapInfo } from '../../core/cap/model.ts';
import type { AlertView } from '../../core/model.ts';
import { clockText } from '../parts/clock-text.ts';
import { leadOf } from '../parts/rank.ts';
import { calm, clipped, langOf } from '../parts/shown-text.ts';
import { cancelled, notReal, over as overSign, overWords, wordless } from '../strings/feeds.ts';
import type { Published } from './published.ts';

/** Enough for a reader to act on; the whole stands in the alert itself. */
const longestPart = 2000;
const longestTitle = 300;

export interface EntryWords {
  readonly title: string;
  /** Plain text; a blank line between infos. */
  readonly summary: string;
  readonly author: string;
  readonly categories: readonly string[];
  /** Of the words, as a tag that may stand in `xml:lang`. */
  readonly language: string | undefined;
  readonly summaryLanguage: string | undefined;
}

export interface Speaker {
  readonly deskName: string;
  readonly isDrill: boolean;
}

/** In a drill each begins with the mark of one: a reader may show any of them alone. */
export function wordsOf({ view, open, ended, over }: Published, { deskName, isDrill }: Speaker): EntryWords {
  const { alert } = view;
  const mark = isDrill ? notReal : '';
  const own = open.flatMap((number) => alert.infos[number] ?? []);
  // A Cancel need not repeat what it ends.
  const infos = own.length > 0 ? own : ended.flatMap((one) => one.alert.infos);
  const lead = leadOf({ ...alert, infos })?.info;
  const headline = clipped(lead?.headline || lead?.event || wordless(alert.identifier), longestTitle);
  const said = over ? overWords[over] : open.map((number) => infoWords(view, number)).join('\n\n');
  const sign = over ? overSign : ended.length > 0 ? cancelled : '';
  const author = over ? deskName : lead?.senderName || view.advice?.office || alert.sender;
  return {
    title: `${mark}${sign}${calm(headline)}`,
    summary: `${mark}${said === '' ? calm(clipped(alert.note ?? headline, longestPart)) : said}`,
    author: `${mark}${calm(clipped(author, longestTitle))}`,
    categories: [...new Set(infos.flatMap(({ categories }) => categories))],
    language: langOf(lead?.language ?? null),
    // The sentence is ours.
    summaryLanguage: over ? undefined : langOf(lead?.language ?? null),
  };
}

function infoWords({ alert, advice }: AlertView, number: number): string {
  const info = alert.infos[number] as CapInfo;
  const level = advice?.parts[number]?.level?.text;
  const areas = info.areas.map(({ areaDesc }) => areaDesc).join('; ');
  const times = [
    info.onset?.at == null ? '' : `From ${clockText(info.onset.at)}.`,
    info.expires?.at == null ? 'No end stated.' : `Until ${clockText(info.expires.at)}.`,
  ];
  const rated = `${info.event}. Severity ${info.severity}, urgency ${info.urgency}, certainty ${info.certainty}.`;
  const parts = [
    info.instruction ?? '',
    info.description ?? '',
    level === undefined ? rated : `${rated} Advice: ${level}.`,
    areas === '' ? '' : `Where: ${areas}.`,
    ...times,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => calm(clipped(part, longestPart)))
    .join('\n');
}
