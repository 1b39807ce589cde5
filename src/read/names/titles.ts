/** Words that stand before a person's name or for an unnamed speaker, and words that organisations end with. */
import { listed } from '../words/forms.ts';

/** Lower case; any of them may be a part of a longer title (“Pentagon spokesman”, “Secretary of State”). */
export const titles =
  listed(`president vice-president premier minister secretary ministers chancellor king queen prince princess
  emir sultan pope ambassador envoy consul senator sen. representative rep. congressman congresswoman governor gov. mayor
  general gen. major maj. colonel col. lieutenant lt. captain capt. sergeant sgt. admiral adm. commander commodore brigadier
  marshal corporal spokesman spokeswoman spokesperson spokespeople chief director chairman chairwoman chair head leader official
  judge justice prosecutor lawyer attorney professor prof. dr dr. doctor mr mr. mrs mrs. ms ms. sir lord lady baroness dame
  analyst expert researcher journalist correspondent activist resident witness survivor officer inspector superintendent
  coordinator commissioner speaker deputy mp lawmaker manager ceo cleric imam mullah sheikh ayatollah bishop archbishop
  rabbi pastor father sister undersecretary adviser advisor teacher nurse farmer student driver shopkeeper`);

/** These alone may speak for a government or an authority. */
export const officials =
  listed(`president premier minister secretary chancellor king queen ambassador envoy governor gov.
  general gen. major colonel col. admiral adm. commander spokesman spokeswoman spokesperson mayor commissioner prince emir
  official officials authorities government embassy consulate ministry department office police army military`);

/** Who speaks without a name. */
export const unnamed =
  listed(`spokesman spokeswoman spokesperson spokespeople spokesmen official officials officer officers
  minister ministers ministry source sources witness witnesses resident residents survivor survivors analyst analysts expert
  experts observer observers diplomat diplomats commander commanders soldier soldiers police authorities government
  governments group groups leader leaders statement statements report reports embassy doctor doctors aide aides lawyer lawyers
  president department agency army military militants rebels insurgents critics activists researchers scientists study
  assessment assessments investigators prosecutors governor mayor`);

export const particles = listed('al al- el bin ibn ben abu de da di del der den van von la le ul ur ud zu dos du ter');

export const bodies =
  listed(`ministry office department agency group council committee commission university army police
  organization organisation party bank corporation union court embassy consulate news times post force forces center centre
  institute association foundation observatory authority service services bureau network front movement brigade brigades
  parliament congress senate administration federation command corps guard institution programme program society club
  hospital company airlines airways`);

/** Capitalised, but never part of a name of a person. */
export const noName =
  listed(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december the a an this that these those it its he she they we i you but and or if when while
  as after before in on at by for with from to of there here what why how who where which all some many most no not yes
  according also however meanwhile security alert event location actions update summary jan. feb. aug. sept. oct. nov. dec.
  last next both neither either each every about over under since until asked because do now then western eastern northern
  southern north south east west islamic muslim christian jewish sunni shiite shia`);
