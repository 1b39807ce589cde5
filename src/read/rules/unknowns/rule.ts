/** What a text says that nobody knows or tells, and what it leaves open by its silence. */
import type { Claim, Unknown, Warning } from '../../../core/text/reading.ts';
import type { Layers } from '../../claims/claims.ts';
import { ClaimsAt, sentencesThat } from '../sentences.ts';

const rules: readonly (readonly [about: string, words: RegExp])[] = [
  [
    'details',
    /\b(?:neither|none|no \w+)\b[^.;]{0,60}\b(?:given|gave|giv(?:es|ing)|provid\w+|releas\w+|offer\w*|shar\w+)\b[^.;]{0,30}\bdetails\b/i,
  ],
  [
    'details',
    /\bno (?:further |specific |more |other )?details\b|\b(?:did|does|do|would|will|has|have)(?:n['’]t| not)\s+(?:yet\s+)?(?:elaborat\w+|specif(?:y|ied)|(?:give|given|provide|provided|release|released|share|shared) (?:any |further |more |specific )*details)\b|\bwithout (?:giving|providing|further|specific) (?:further |any )?(?:details|elaborat\w+)/i,
  ],
  [
    'responsibility',
    /\b(?:no (?:group|one|organi[sz]ation)|nobody)\b[^.;]{0,30}\bclaimed responsibility\b|\bno (?:immediate )?claim of responsibility\b/i,
  ],
  [
    'casualties',
    /\b(?:casualt(?:y|ies)|deaths?|dead|death toll|injur(?:y|ies)|victims|killed|wounded)\b[^.;]{0,60}\b(?:not (?:yet )?(?:clear|known|confirmed)|unclear|unknown|unconfirmed)\b|\b(?:unclear|unknown|not (?:yet )?(?:clear|known))\b[^.;]{0,30}\b(?:how many|casualt\w+|killed|dead|injured|wounded)\b/i,
  ],
  [
    'cause',
    /\bcause\b[^.;]{0,40}\b(?:not (?:yet )?(?:clear|known|established)|unclear|unknown|under investigation)\b|\b(?:unclear|unknown|not (?:yet )?(?:clear|known)) (?:why|what caused|how)\b/i,
  ],
  [
    'who',
    /\b(?:unclear|unknown|not (?:yet )?(?:clear|known)) who\b|\bidentit(?:y|ies)\b[^.;]{0,40}\b(?:unknown|unclear|not (?:yet )?known)\b/i,
  ],
  ['time', /\b(?:unclear|unknown|not (?:yet )?(?:clear|known)) when\b/i],
  [
    'place',
    /\b(?:unclear|unknown|not (?:yet )?(?:clear|known)) where\b|\bwhereabouts\b[^.;]{0,40}\b(?:unknown|unclear|not (?:yet )?known)\b/i,
  ],
  [
    'fact',
    /\b(?:unclear|unknown|not (?:yet )?(?:clear|known)) (?:whether|if)\b|\b(?:could not|cannot) be (?:independently )?(?:verified|confirmed)\b/i,
  ],
];
const hint =
  /\b(?:details|unclear|unknown|clear|known|confirmed|unconfirmed|responsibility|investigation|verified|elaborat\w+|specif\w+)\b/i;

export function unknownsOf(layers: Layers, claims: readonly Claim[], warnings: readonly Warning[]): Unknown[] {
  const { document } = layers;
  const lookup = new ClaimsAt(claims);
  const found: Unknown[] = [];
  for (const sentence of sentencesThat(layers)) {
    if (!hint.test(sentence.words)) continue;
    const rule = rules.find(([, words]) => words.test(sentence.words));
    if (!rule) continue;
    const at = sentence.start + (rule[1].exec(sentence.words)?.index ?? 0);
    const claim = lookup.at(at);
    const inside =
      claim !== null &&
      claim.modality !== 'narration' &&
      claim.content.start >= sentence.start &&
      claim.content.end <= sentence.end;
    const { start, end } = inside ? claim.content : sentence;
    found.push({ about: rule[0], text: document.text.slice(start, end), start, end });
  }
  return [...found, ...silence(layers, warnings)];
}

function silence({ document }: Layers, warnings: readonly Warning[]): Unknown[] {
  const found: Unknown[] = [];
  if (document.day === null && document.publishedAt === null) found.push({ about: 'document-date' });
  const telling = warnings.filter(({ instructions }) => instructions.length > 0);
  if (telling.length > 0 && telling.every(({ expires }) => expires === null)) found.push({ about: 'end' });
  const safe = warnings.some(({ instructions }) =>
    instructions.some(({ sentence }) => /\bsafer? (?:place|location|area|spot)s?\b/i.test(sentence.text)),
  );
  if (safe) found.push({ about: 'safe-place' });
  return found;
}
