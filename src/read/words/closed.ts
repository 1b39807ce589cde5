/** Closed classes of English words: what stands where a tagger would look. The lists were written for this project. */
import { forms, listed } from './forms.ts';
import { judging, minding, saying } from './speech.ts';

export const auxiliaries =
  listed(`is are was were be been being am has have had having do does did will would shall should can
  could may might must 's 're 've 'll n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't
  shouldn't can't couldn't cannot`);
export const determiners =
  listed(`the a an this that these those its their his her our my your each every some any no both all
  another several many few one two three neither either most much such`);
export const pronouns = listed('he she they it we i you who');
export const prepositions =
  listed(`of in on at by for with from to into onto over under about against between among through
  during before after since until till within without near around behind beside beyond outside inside amid across along toward
  towards upon via per as like than despite except including following off out up down`);
export const clauseWords =
  listed(`that if whether because while when where although though unless until since whereas and or
  but nor so yet than which who whose whom after before as once how why what`);
export const timeWords =
  listed(`monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow
  earlier later recently then afterwards afterward last this next week month year night morning afternoon evening early late ago
  january february march april may june july august september october november december now days weeks months years hours
  hour minutes`);
export const adverbs =
  listed(`also only still again already just even never not often ever directly merely simply soon too
  very almost nearly indeed instead however meanwhile generally officially currently largely first later earlier then now
  further yesterday today twice once again both thus therefore`);
export const adverb = (low: string): boolean => adverbs.has(low) || /^[a-z]{4,}ly$/.test(low);

/** Verbs of action that news is made of, in every form. */
const acting =
  forms(`go come take give get make put keep hold lead leave lose meet pay rise run send set shoot stand strike
  throw win withdraw fall fight flee fly grow hit bring build begin become break drive blow burn spread hide sell steal kill
  injure wound hurt attack bomb explode detonate occur happen open close fire join form pledge recognise recognize settle
  operate control suffer carry slaughter target threaten emerge establish differ spark result monitor watch use attract
  include enter arrive depart reach move travel avoid stay remain live work help try fail need start stop end finish
  continue cause create produce provide offer receive reopen evacuate abandon betray seize capture storm surround gather
  protest demonstrate arrest detain release rescue treat warn face risk increase decrease worsen ease improve deteriorate
  change cover follow return save serve lift impose extend launch hit sweep destroy damage collapse block reopen erupt
  appear seem look wait board escape hope vow range exist belong consist contain cross lie allow let ban visit vote elect sign
  support lend turn cut issue publish name issue shelter prepare step raise lower mark bear exercise review enroll enrol monitor notify`);

/** A finite verb for certain, or a participle that often is one. */
export const verbs: ReadonlySet<string> = new Set([...acting, ...saying, ...minding, ...judging]);
/** As often a noun: they count as a verb only after a noun or pronoun, and not after a determiner or preposition. */
export const alsoNouns =
  listed(`attack attacks fire fires risk risks threat change changes use control control help work works
  report reports claim claims run set hit end start stop hold support offer offers move move strike strikes cut bomb bombs
  fall rise rises order lead lives live form forms states state need needs look looks hope hopes fear fears plan plans note
  warning open face faces target targets cover damage release visit visits vote sign signs issue issues protest protests
  fight fighting shelter increase increases travel return name names result results cause causes range spread post call calls
  play mark marks step steps storm storms turn turns bear show shows find matter question comment remark demand`);

/** Determiners that may be the whole subject: “this includes”, “both are”. */
const alone = /^(this|that|these|those|all|some|many|both|each|several|few|most|neither|either)$/;

/** Whether the word may be the finite verb of its clause, judged by itself and the word before it. */
export function verbal(low: string, before: string): boolean {
  if (auxiliaries.has(low)) return true;
  const known = verbs.has(low) || /^[a-z]{3,}ed$/.test(low);
  if (!known || /ing$/.test(low) || before === 'of') return false;
  if (determiners.has(before) && (alsoNouns.has(low) || !alone.test(before))) return false;
  return !alsoNouns.has(low) || !(prepositions.has(before) || before === 'and' || !/[a-z0-9]/.test(before));
}
