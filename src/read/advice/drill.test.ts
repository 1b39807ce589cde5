/** A notice that calls itself a drill is one; one that leaves any doubt is real. */
import { describe, expect, test } from 'vitest';
import { usEmbassy } from '../../sources/us-embassy/source.ts';

const statusOf = (title: string, event: string): string | undefined => {
  const text = `${title}\n\nLocation: Kabul, Hamid Karzai International Airport\n\nEvent: ${event}\n`;
  const envelope = { url: null, type: null, fetchedAt: 1_630_100_000_000 };
  const { alerts, findings } = usEmbassy.parse(new TextEncoder().encode(text), envelope);
  const [one] = alerts;
  const said = findings.filter(({ code }) => code.endsWith('.drill'));
  expect(said.some(({ code }) => code === 'us-embassy.drill')).toBe(one?.alert.status !== 'Actual');
  return said.length > 0 && one?.alert.status === 'Actual' ? 'perhaps' : one?.alert.status;
};
const title = 'Security Alert – U.S. Embassy Kabul, Afghanistan (August 27, 2021)';
const leave = 'U.S. citizens at the airport should leave immediately.';

describe('a notice', () => {
  test.each([
    [title, `This is a drill. ${leave}`],
    [title, `This is only a test. ${leave}`],
    [title, `Exercise, exercise, exercise. ${leave}`],
    [title, `${leave} This message is an exercise.`],
    [title, `${leave} For exercise purposes only.`],
    [`EXERCISE – ${title}`, leave],
    [`[TEST] ${title}`, leave],
    [`(Exercise) ${title}`, leave],
    [`TEST MESSAGE - ${title}`, leave],
  ])('%s: %s is a drill', (head, event) => expect(statusOf(head, event)).toBe('Exercise'));

  test.each([
    [title, `This is not a drill. ${leave}`],
    [title, `This is no exercise. Exercise, exercise was announced yesterday. ${leave}`],
    [title, `Do not ignore this: this is not a drill. ${leave}`],
    ['TEST-TO-TRAVEL ALERT – U.S. Embassy Kabul, Afghanistan', leave],
    [title, `Avoid physical exercise outdoors. ${leave}`],
    [title, `You will hear sirens. Exercise, drill or not: shelter in place. ${leave}`],
    [title, `A military exercise will take place near the airport. ${leave}`],
    [title, `Exercise caution. ${leave}`],
    [title, `This is a test of our resolve. ${leave}`],
    [title, `Test your means of communication. ${leave}`],
    ['Exercise Caution Alert – U.S. Embassy Kabul, Afghanistan', leave],
    [title, `The city will hold a fire drill on Monday. ${leave}`],
  ])('%s: %s is real', (head, event) => expect(statusOf(head, event)).toBe('Actual'));

  test.each([
    [`EXERCISE – ${title}`, `This is not an exercise. ${leave}`],
    [title, `${leave} The embassy will sound its sirens at noon. This is only a test.`],
    [title, `${leave} The Taliban hold an evacuation drill at the gates today. This is an exercise.`],
    [title, `This is a drill. This is no drill. ${leave}`],
    [title, `This is a drill and not meant for the public. ${leave}`],
    [title, `Explosions can be heard. This is a military exercise. ${leave}`],
    [`Exercise: troops near the airport. ${title}`, leave],
    [`${title} – EXERCISE`, leave],
  ])('%s: %s may be one, is real, and says so', (head, event) => expect(statusOf(head, event)).toBe('perhaps'));
});
