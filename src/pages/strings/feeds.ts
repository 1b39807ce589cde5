/** What a feed says of itself and beside the words of others. */

/** Before everything that a drill passes on. */
export const notReal = 'EXERCISE, not real: ';

export const feedTitle = (deskName: string, isDrill: boolean): string =>
  `${isDrill ? notReal : ''}Warnings in force, passed on by ${deskName}`;
export const feedWords = (isDrill: boolean): string =>
  isDrill
    ? 'An exercise: nothing in it is real, whoever it names.'
    : 'Warnings that this desk vouches for, in the words of their issuers, and cancels of them. Absence from this feed ends no warning: a warning ends by its own time, by an update or by a cancel.';

export const cancelled = 'Cancelled: ';

/** Of a warning whose end nobody sees by what else stands in the feed; of a message that is not for the public nothing is said but this. */
export const over = 'No longer in force: ';
export const overWords = {
  cancelled: 'This warning was cancelled. The message that says so is not for the public and is not passed on.',
  superseded:
    'This warning no longer holds: another took its place, which is not for the public and is not passed on. That does not say that the danger is over.',
  cancelledUnseen:
    'This warning was cancelled. The message that says so goes by another sender here than this warning did, or has no time that can be read, so that a program may not see what it ends.',
  supersededUnseen:
    'This warning no longer holds: another took its place, which goes by another sender here or has no time that can be read, so that a program may not see what it ends. That does not say that the danger is over.',
  replaced:
    'This warning no longer holds: another took its place, which is no longer in force either. That does not say that the danger is over.',
} as const;
export const wordless = (identifier: string): string => `A warning without words, ${identifier}`;

/** Names of feeds, for whoever chooses one. */
export const feedNames = {
  atom: 'Warnings in force (Atom)',
  rss: 'Warnings in force (RSS)',
  geojson: 'Warnings in force (GeoJSON)',
} as const;

/** Beside the links to them. */
export const feedsLede =
  'What this desk vouches for, for feed readers, maps and other desks, each warning with its CAP. Nobody on the watch list stands in them.';

/** How near a drawn circle comes to the circle meant. */
export const circlesWords =
  'A circle is drawn as 72 points on it, on WGS84: the outline lies inside of it, by 0.1 % of the radius at most. The issuer’s own centre and radius stand in “circles”.';

/** Whose a boundary is that stands for a code. */
export const byCodeWords =
  'An area that its issuer named by code and did not draw has the boundary of that code here: “byCode” says of each which code, and whose boundary of which edition it is.';

/** Who speaks in a message of ours that repeats the words of somebody else. */
export const readBy = (issuer: string, deskName: string): string => `${issuer}, as read by ${deskName}`;
export const madeOf = (issuer: string, deskName: string): string =>
  `Made by ${deskName} of the words of ${issuer}, which did not issue it as CAP; what it did not rate stays Unknown.`;
export const madeAnew = (issuer: string, deskName: string): string =>
  `Made by ${deskName} of a message of ${issuer} that is no valid CAP, or speaks of one that is none; what it did not rate stays Unknown.`;
export const exerciseNote = (deskName: string): string =>
  `Exercise of ${deskName}: nothing in it is real, and nobody need act on it.`;
export const ourCircle = (areaDesc: string, deskName: string): string =>
  `${areaDesc} (circle drawn by ${deskName}; the issuer drew none)`;

/** What a word is called that CAP has no place for where its issuer put it. */
export const asIssued = (element: string): string => `${element}, as issued`;

/** Where an info names none. */
export const noAreaNamed = 'no area named';

/** Links beside an alert. */
export const wholeWarning = 'The whole warning, and how this desk knows it';
export const asCap = 'As CAP';
export const asItCame = 'The CAP as a file';
