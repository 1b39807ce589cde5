/** A letter as HTML: one self-contained page, light and dark, no image, nothing fetched, every foreign word escaped. */
import type { SeverityRank } from '../../core/cap/meaning.ts';
import { directionOf, languageTag, quoted } from '../foreign-text.ts';
import { isPassage, type Letter, type Passage, type Section, type Sentence, type Theirs } from './letter.ts';

const serif = "font-family:Charter,Cambria,Georgia,'Noto Naskh Arabic',serif";

/** Colour is spent on danger only: the block of level 4, the edge of the others. A drill has no warm colour at all. */
const live = {
  ink: '#15171a',
  paper: '#ffffff',
  mute: '#45494e',
  line: '#84898e',
  nightInk: '#f1f1ee',
  nightPaper: '#101214',
  nightMute: '#bfc3c7',
};
const drill: typeof live = {
  ink: '#05233d',
  paper: '#eef6fc',
  mute: '#14416a',
  line: '#3f78a8',
  nightInk: '#e6f3fd',
  nightPaper: '#06223a',
  nightMute: '#b5d6ee',
};
const edge: Record<Exclude<SeverityRank, 4>, string> = { 3: '#e8702a', 2: '#f6bd3b', 1: '#fdf0b8' };

export function htmlOf(letter: Letter): string {
  const colour = letter.drill ? drill : live;
  const frame = letter.drill ? 'border:12px solid #0a4f8f;' : '';
  return `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(letter.subject)}</title>
<style>:root{color-scheme:light dark}@media(prefers-color-scheme:dark){body,.sheet{background:${colour.nightPaper}!important;color:${colour.nightInk}!important}.m{color:${colour.nightMute}!important}}</style></head>
<body style="margin:0;background:${colour.paper};color:${colour.ink};font:17px/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<main class="sheet" style="${frame}max-width:600px;margin:0 auto;padding:20px 16px">
<h1 style="margin:0 0 8px;font-size:24px;line-height:1.25;overflow-wrap:anywhere">${said(letter.first)}</h1>
<p style="margin:0 0 12px;font-size:19px;line-height:1.4;overflow-wrap:anywhere">${said(letter.second)}</p>
${level(letter)}${letter.facts.map(paragraph).join('')}${letter.sections.map(sectionHtml).join('')}<p class="m" style="margin:24px 0 0;padding-top:12px;border-top:1px solid ${colour.line};font-size:15px;color:${colour.mute}">${escaped(letter.footer)}</p>
</main></body></html>
`;
}

function level({ level, drill }: Letter): string {
  if (!level) return '';
  const { rank } = level;
  const look = drill
    ? 'border:2px solid #3f78a8'
    : rank === null
      ? 'border:2px dashed #84898e'
      : rank === 4
        ? 'background:#a00d24;color:#ffffff'
        : `border:1px solid #84898e;border-left:12px solid ${edge[rank]}`;
  return `<p style="margin:16px 0;${look};padding:10px 14px;font-weight:700">${escaped(level.text)}</p>\n`;
}

const paragraph = (sentence: Sentence): string =>
  `<p style="margin:0 0 12px;overflow-wrap:anywhere">${said(sentence)}</p>\n`;

function sectionHtml({ title, lines }: Section): string {
  const body = lines.map((line) => (isPassage(line) ? passage(line) : paragraph(line))).join('');
  return `<h2 style="margin:24px 0 6px;font-size:17px;line-height:1.3">${escaped(title)}</h2>\n${body}`;
}

function passage(line: Passage): string {
  const words = escaped(quoted(line.theirs))
    .split('\n\n')
    .map((part) => `<p style="margin:0 0 8px">${part.replaceAll('\n', '<br>')}</p>`)
    .join('');
  const note = line.note ? `<p class="m" style="margin:0 0 12px;font-size:15px">${escaped(line.note)}</p>\n` : '';
  return `<p style="margin:0"><b>${escaped(line.label)}</b></p>\n<blockquote${voice(line)} style="margin:0 0 12px;${serif};overflow-wrap:anywhere">${words}</blockquote>\n${note}`;
}

const said = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === 'string' ? escaped(part) : quote(part))).join('');
const quote = (part: Theirs): string =>
  `<bdi${voice(part)} style="${serif};font-weight:400">${escaped(quoted(part.theirs))}</bdi>`;

const voice = ({ theirs, language }: Theirs): string => ` lang="${languageTag(language)}" dir="${directionOf(theirs)}"`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
