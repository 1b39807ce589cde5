/** Verbs by which somebody says, wants or judges something. The lists were written for this project. */
import { forms } from './forms.ts';

/** These take a that-clause or a quotation. */
export const saying = forms(`say add tell warn claim argue announce state note write report insist declare explain admit
  acknowledge reply respond tweet confirm suggest reveal indicate remark observe recall recount concede contend assert allege
  maintain predict estimate conclude complain joke quip stress emphasize emphasise promise vow pledge swear testify reiterate
  repeat caution ask wonder assure remind inform show find learn continue clarify comment counter boast shout lament mutter
  whisper exclaim retort agree disclose deny post signal imply hint proclaim speculate rule determine advise demand propose
  recommend demonstrate urge specify attest affirm`);

/** Thinking, wanting, expecting. */
export const minding =
  forms(`believe think know hope fear worry expect feel realize realise understand consider doubt assume
  want wish intend plan decide refuse decline prefer seek anticipate suspect threaten offer`);

/** Their object is what is said: “criticised the plan”, “accused them of”. */
export const judging =
  forms(`accuse blame criticize criticise condemn denounce praise slam blast describe call dismiss reject
  endorse oppose cite welcome mention tout highlight outline characterize urge encourage dispute ridicule liken label dub
  rebuke deride decry hail commend credit attribute predict promise acknowledge admit confirm deny announce play`);

/** May stand before their subject, after what was said: “…, said the minister”. */
export const inverting =
  forms(`say add write tweet note explain reply ask continue recall warn argue insist declare remark
  conclude respond report announce admit acknowledge predict state claim`);

/** Whom they tell stands between them and what they tell: “told the BBC that”. */
export const telling = forms('tell ask assure remind inform warn advise urge');

/** As often nouns or plain verbs: they need “that”, a quotation or a colon right after them. */
export const weak =
  forms(`show find learn continue ask know feel consider understand agree write maintain repeat comment
  indicate report claim promise hope fear estimate worry remark doubt demand pledge wish warn note state post signal rule
  see seem offer determine joke tweet threaten suspect demonstrate decide plan want intend refuse prefer expect observe show
  play credit`);

/** Two words that are one cue. */
export const pairs: readonly (readonly [first: RegExp, second: RegExp, kind: 'saying' | 'judging'])[] = [
  [/^point(s|ed|ing)?$/, /^out$/, 'saying'],
  [/^(make|makes|made|making)$/, /^clear$/, 'saying'],
  [/^(speak|speaks|spoke|speaking|talk|talks|talked|talking)$/, /^(of|about)$/, 'judging'],
  [/^(call|calls|called|calling)$/, /^(for|on)$/, 'judging'],
  [/^(complain|boast|warn)(s|ed|ing)?$/, /^(of|about|against)$/, 'judging'],
  [/^rule[sd]?$/, /^out$/, 'judging'],
  [/^refer(s|red|ring)?$/, /^to$/, 'judging'],
  [/^caution(s|ed|ing)?$/, /^against$/, 'judging'],
  [/^advis(e|es|ed|ing)$/, /^against$/, 'judging'],
];

/** Announce that the words before go on: “he added”. */
export const goingOn = forms('add continue');
