/**
 * Families of hazard: what makes two words about one danger. A family is read from CAP's category and event, or from the words of a
 * notice; whatever is none of them keeps its own event as family, so that two unknown dangers never become one.
 */

/** The families that have a name of ours, with the words (whole words, any case) that tell of them. The first that matches counts. */
const cues: readonly (readonly [family: string, words: RegExp])[] = [
  ['tsunami', /\btsunamis?\b/i],
  ['earthquake', /\b(earthquakes?|aftershocks?|seismic)\b/i],
  ['volcano', /\b(volcan\w+|eruptions?|ash ?fall)\b/i],
  ['landslide', /\b(landslides?|mudslides?|rockfalls?|debris flows?|avalanches?)\b/i],
  ['flood', /\b((?:flash )?flood\w*|inundation|high water|storm surges?)\b/i],
  ['storm', /\b(storms?|thunderstorms?|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|gales?|hail|blizzards?)\b/i],
  ['fire', /\b(wild ?fires?|bush ?fires?|forest fires?|fire weather|red flag)\b/i],
  ['heat', /\b(heat ?waves?|extreme heat|excessive heat)\b/i],
  ['cold', /\b(cold waves?|extreme cold|frost|wind chill)\b/i],
  ['chemical', /\b(chemical|radiological|radiation|nuclear|toxic|gas leak)\b/i],
  ['health', /\b(epidemics?|pandemics?|outbreaks?|cholera|ebola|measles|disease)\b/i],
  ['kidnapping', /\b(kidnap\w*|abduct\w*|hostage\w*)\b/i],
  [
    'attack',
    /\b(terror\w*|attack(?:s|ed|ers?|ing)?|bomb\w*|blasts?|explosions?|gunfire|gunmen|shootings?|suicide bombers?|security threats?|threats? to security|credible threats?|improvised explosive)\b/i,
  ],
  ['conflict', /\b(armed conflict|fighting|shelling|air ?strikes?|missiles?|rockets?|hostilities|war)\b/i],
  ['unrest', /\b(demonstrations?|protests?|rall(?:y|ies)|unrest|riots?|strikes?|curfews?)\b/i],
  ['crime', /\b(crimes?|robber(?:y|ies)|carjacking|theft)\b/i],
];

/** Standing advice on a country, whatever its reasons. */
export const adviceFamily = 'advice';

/** The family that words tell of, or null when they tell of none. */
export const familyIn = (words: string): string | null => cues.find(([, cue]) => cue.test(words))?.[0] ?? null;

/** All families that some words name. */
export const familiesIn = (words: string): string[] => cues.flatMap(([name, cue]) => (cue.test(words) ? [name] : []));

/** Whether a family stands for a danger; else it is an event's own words, which may mean any. */
export const isNamed = (family: string): boolean => family === adviceFamily || cues.some(([name]) => name === family);

/** The family of a CAP event: by its words, else the event itself, so that it joins only its like. */
export const familyOfEvent = (event: string): string => familyIn(event) ?? event.trim().toLowerCase();
