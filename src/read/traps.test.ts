// What must not be read out of a text: nothing is worse than an invented warning.
import { describe, expect, test } from 'vitest';
import { readText } from './read.fixture.ts';
import { toldIn } from './rules/warnings/instructions.ts';

const told = (sentence: string) => toldIn(sentence).map(({ value }) => value);

describe('instructions', () => {
  test.each([
    ['Leave the area immediately.', ['leave']],
    ['Residents must evacuate now.', ['leave']],
    ['If you are near the river, move to higher ground.', ['leave']],
    ['All U.S. citizens should depart Haiti as soon as possible.', ['leave']],
    ['Leave Kabul as soon as you can.', ['leave']],
    ['Leave low-lying coastal areas and move inland.', ['leave']],
    ['Citizens should leave the country while flights are available.', ['leave']],
    ['Do not leave your home.', ['shelter']],
    ['Do not leave the building until told so.', ['shelter']],
    ['Do not evacuate; stay indoors.', ['shelter', 'shelter']],
    ['People are advised to stay indoors and avoid the coast.', ['shelter', 'avoid']],
    ['Do not travel to Herat.', ['avoid']],
    ['The ministry advises against all travel to Mali.', ['avoid']],
    ['The government warned citizens not to go near the border.', ['avoid']],
    ['No one should approach the volcano.', ['avoid']],
    ['- Have a contingency plan for emergencies.', ['prepare']],
    ['Be ready to move if the water rises.', ['prepare']],
    ['Monitor local media for updates.', ['monitor']],
    ['Follow local media and change your plans when the news does.', ['monitor']],
    ['The evacuation order has been lifted.', ['all-clear']],
    ['The alert of August 26, which told citizens to leave immediately, is cancelled.', ['all-clear']],
    ['There is no longer a threat at the airport.', ['all-clear']],
    ['The threat at the airport has passed.', ['all-clear']],
    ['The danger is over.', ['all-clear']],
    ['The threat at the airport is over and U.S. citizens may return.', ['all-clear']],
    ['All clear.', ['all-clear']],
    ['The all-clear has been given for the airport.', ['all-clear']],
    ['Remain where you are and wait for the all-clear.', ['shelter']],
    ['Stay where you are until the threat has passed.', ['shelter']],
    ['The risk of an attack on the airport has ended.', ['all-clear']],
    ['The situation in the city has returned to normal.', ['all-clear']],
    ['If police tell you to leave, leave at once.', ['leave']],
  ])('%s', (sentence, values) => expect(told(sentence)).toEqual(values));

  test.each([
    'They left the city on Monday.',
    'He asked the troops to leave.',
    'Thousands want to leave the country.',
    'Officials said that soldiers should leave the base by Friday.',
    'Should you leave the city?',
    'Families hoped to get out before winter.',
    'It would be wrong to leave now.',
    'Leave was granted to the crew.',
    'The company will shelter its staff.',
    'She did not leave her home for a week.',
    'The president has to leave office in January.',
    'Police monitor local media.',
    'France has not told its citizens to leave Kabul.',
    'If the Taliban tell you to leave Kabul airport, ignore them.',
    'Rumours that the US embassy told people to evacuate Kabul are false.',
    'Reports that citizens must leave immediately are false.',
    'The embassy said in 2019 that citizens should leave Kabul immediately.',
    'U.S. citizens no longer need to leave the airport area.',
    'You do not need to shelter in place.',
    'The embassy no longer advises U.S. citizens to leave Kabul airport.',
    'We previously advised U.S. citizens to leave immediately.',
    'Australia did not advise its citizens to avoid Kabul airport.',
    'The United States denied that it had told Americans to leave.',
    'The FCDO no longer advises against all travel to Mali.',
    'Do not leave your food or drinks unattended.',
    'Leave your passport in the hotel safe.',
    'Never leave valuables in a parked car.',
    'Leave a copy of your itinerary with somebody at home.',
    'Do not stay indoors.',
    'The order has not been lifted.',
    'The attackers may return.',
    'The gunmen may return to the airport at any time.',
    'The highest risk of an attack is over the coming weekend.',
    'The risk of aftershocks is over 90 percent.',
    'The tsunami warning is over the whole coast.',
    'The all-clear has not been given for the airport.',
    'No all-clear has been given.',
    'The all-clear was given too early.',
    'Once the all-clear has been given, U.S. citizens may return.',
    'Social media posts claim the threat has ended.',
    'The embassy will announce the all-clear.',
    'The FCDO stopped advising against all travel to Pakistan.',
    'Do not assume that the threat has passed.',
    'It is too early to say that the threat is over.',
    'The group is no longer a threat to the government.',
    'The threat to the airport has not passed.',
    'Do as the local authorities say, also about curfews.',
  ])('none: %s', (sentence) => expect(told(sentence)).toEqual([]));

  test('“now” counts where it goes with the verb', () => {
    const immediate = (sentence: string) => toldIn(sentence).map((one) => one.immediate);
    expect(immediate('People who are now at the gate should leave.')).toEqual([false]);
    expect(immediate('People at the gate should leave now.')).toEqual([true]);
    expect(immediate('Leave immediately and monitor local media.')).toEqual([true, false]);
  });
});

describe('who says it', () => {
  test('a capital that criticises is a government and no place of danger', () => {
    const { warnings, events } = readText('News\n\nWashington criticised the attack on the market in Herat.\n');
    expect(warnings).toEqual([]);
    expect(events.every(({ place }) => place?.text !== 'Washington')).toBe(true);
  });

  test('a level does not spread from one government to the others', () => {
    const { warnings } = readText(
      'News\n\nBritish Foreign Secretary Jane Doe said that there is a severe and growing threat of attacks in Mali. France has asked its citizens to leave Mali.\n',
    );
    expect(
      warnings.map(({ issuer, level, trend }) => [issuer?.value, level?.text ?? null, trend?.value ?? null]),
    ).toEqual([
      ['GB', 'severe', 'rising'],
      ['FR', null, null],
    ]);
  });

  test('a deadline of a withdrawal is no expiry of a warning', () => {
    const { warnings, deadlines } = readText(
      'News\n\nCanada has asked its citizens to avoid Kabul airport. Canada will finish its evacuation by 31 August 2021.\n',
    );
    expect(warnings.map(({ expires }) => expires)).toEqual([null]);
    expect(deadlines.map(({ value }) => value)).toEqual(['2021-08-31']);
  });

  test('an end that a warning states is its end', () => {
    const { warnings } = readText('Notice\n\nResidents should stay indoors until 5 September 2021.\n', {
      issuer: { code: 'AF', office: 'Civil protection' },
    });
    expect(warnings).toMatchObject([{ expires: { value: '2021-09-05' }, instructions: [{ value: 'shelter' }] }]);
  });

  test('whoever denies speaks against whoever claims', () => {
    const { claims } = readText(
      'News\n\nThe army said that rebels carried out the attack in Goma. A rebel spokesman denied any role in the attack.\n',
    );
    const [army, rebels] = claims.filter(({ speaker }) => speaker !== null);
    expect(rebels).toMatchObject({ stance: 'denies', contradicts: army?.id });
  });

  test.each([
    ['The Pentagon said that reports of an explosion are false.', 'The Taliban denied that there was an explosion.'],
    ['The Taliban said that the explosion did not happen.', 'The Pentagon denied reports of an explosion.'],
    ['The army said that it did not attack Goma.', 'Rebels denied any role in the attack on Goma.'],
    ['The Pentagon denied reports of an explosion.', 'The Taliban dismissed reports of an attack.'],
    ['The army said that there was no attack.', 'Rebels rejected reports of an attack on Goma.'],
  ])('two who deny agree: %s %s', (one, other) => {
    for (const text of [`${one} ${other}`, `${other} ${one}`]) {
      const { claims, disagreements, events } = readText(`News\n\n${text}\n`);
      expect(claims.map(({ stance, contradicts }) => [stance, contradicts])).toEqual([
        ['denies', null],
        ['denies', null],
      ]);
      expect(disagreements).toEqual([]);
      expect(events.filter(({ status }) => status === 'happened')).toEqual([]);
    }
  });

  test('a question, a wish and a report of the past warn nobody', () => {
    const text = 'News\n\nWill they leave Kabul? Many hope to leave Kabul. Last week residents left Kabul.\n';
    expect(readText(text).warnings).toEqual([]);
  });

  test('the Pakistani Taliban are not the Taliban', () => {
    const { names } = readText('News\n\nThe Pakistani Taliban and the Taliban met ISIS-K and the Islamic State.\n');
    expect(names.map(({ value }) => value)).toEqual([
      'Pakistani Taliban',
      'Taliban',
      'Islamic State-Khorasan',
      'Islamic State',
    ]);
  });

  test('a text without a date says so', () => {
    expect(readText('News\n\nNothing happened here at all.\n').unknowns).toEqual([{ about: 'document-date' }]);
  });
});

describe('a danger that is not there', () => {
  const official = { issuer: { code: 'US', office: 'U.S. Embassy Kabul' } };
  const read = (text: string, options = {}) => readText(`News\n\n${text}\n`, options);
  test.each([
    'There is no current threat of an attack at Kabul airport.',
    'We are not aware of any specific threat to Kabul airport.',
    'Kabul airport is no longer under threat of attack.',
    'There is no longer a high and growing threat of an attack at Kabul airport.',
    'There is no high risk of attacks in Kabul.',
    'The US said there is no immediate threat to Kabul airport.',
    'There is no current threat of an attack at Kabul airport, the US embassy said.',
    'Britain said that Kabul airport faces no risk of an attack.',
  ])('warns nobody: %s', (text) => {
    expect(read(text, official)).toMatchObject({ warnings: [], events: [] });
    expect(read(text)).toMatchObject({ warnings: [], events: [] });
  });

  test.each([
    'The threat of an attack at Kabul airport has passed.',
    'There is no longer any threat of an attack at Kabul airport.',
    'The U.S. embassy said that the danger at Kabul airport is over.',
  ])('is an all-clear: %s', (text) => {
    const { warnings, events } = read(text, official);
    expect(events).toEqual([]);
    expect(warnings).toMatchObject([
      { area: { value: 'KBL' }, level: null, trend: null, instructions: [{ value: 'all-clear', places: ['KBL'] }] },
    ]);
  });

  test('a witness gives no all-clear', () => {
    expect(read('A resident said that the threat at Kabul airport has passed.').warnings).toEqual([]);
  });

  test('a level that was lowered is a danger that falls', () => {
    expect(read('Britain said that the threat level for Kabul airport was lowered.').warnings).toMatchObject([
      { issuer: { value: 'GB' }, level: null, trend: { value: 'falling' }, instructions: [] },
    ]);
  });

  test.each([
    'There is no specific threat to the hotel, but the risk of an attack in Kabul is high.',
    'It is too early to say that the high threat of an attack at Kabul airport has passed.',
    'The risk of an attack at Kabul airport remains high until the danger has passed.',
  ])('takes nothing from one that is: %s', (text) => {
    expect(read(text, official).warnings).toMatchObject([{ level: { text: 'high' }, instructions: [] }]);
  });

  test('whoever says that it is over contradicts nobody who spoke of it before', () => {
    const { claims, disagreements } = read(
      'The army said that there is a risk of attacks in Goma. The mayor said that the danger has passed.',
    );
    expect(claims.map(({ stance, contradicts }) => [stance, contradicts])).toEqual([
      ['asserts', null],
      ['denies', null],
    ]);
    expect(disagreements).toEqual([]);
  });
});

describe('what is taken back', () => {
  const statuses = (text: string) => readText(`News\n\n${text}\n`).events.map(({ status }) => status);
  test.each([
    'The explosion at Kabul airport killed dozens as American troops withdrew from the city.',
    'The explosion came days before the United States withdraws its last troops.',
  ])('nothing: %s', (text) => expect(statuses(text)).not.toContain('withdrawn'));
  test.each([
    'The earlier reports of an explosion are withdrawn, Taylor said.',
    'The ministry withdrew its report of an explosion at the airport.',
    'First reports of an explosion at the airport were false.',
  ])('%s', (text) => expect(statuses(text)).toContain('withdrawn'));
});

test('a run of full stops is read once, however long it is', () => {
  // In quadratic time this would take hours.
  const { warnings } = readText(`News\n\n${'.'.repeat(2_000_000)}\n\nLeave the area.\n`);
  expect(warnings.flatMap(({ instructions }) => instructions.map(({ value }) => value))).toEqual(['leave']);
});

// Each took minutes, or more, while its time grew with the square of the length or faster.
test.each([
  ['one place in an endless sentence', `News\n\n${'Kabul '.repeat(150_000)}`],
  ['a title of capitals without end', `${'A'.repeat(180)}\n\nNews.`],
  ['capitals without end', 'A'.repeat(1_000_000)],
  ['sentences of nothing', `News\n\n${'. '.repeat(400_000)}`],
  ['blocks of nothing', `News\n\n${'a\n\n'.repeat(300_000)}`],
])('is read in bounded time: %s', (_, text) => {
  expect(readText(text).warnings).toEqual([]);
});

test('the mission of a title is found as before', () => {
  for (const title of ['Security Alert – U.S. Embassy Kabul', 'Alert: U.S.Embassy Kabul', 'Notice (British Embassy)'])
    expect(readText(`${title}\n\nAvoid the airport.\n`).warnings).toMatchObject([
      { issuer: { value: title.includes('British') ? 'GB' : 'US' }, instructions: [{ value: 'avoid' }] },
    ]);
});
