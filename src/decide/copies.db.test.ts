/** The same words at a second address of a source: a copy is no new word, and a page that shows them once more is. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import { bomb, clear, OfficeDesk } from './office.fixture.ts';

describeWithDatabase('a copy', () => {
  let office: OfficeDesk;
  beforeEach(async () => {
    office = await OfficeDesk.open('2021-08-26T00:00:00Z');
    await office.listPeople();
  });
  afterEach(() => office.t.close());

  const page = { url: 'https://embassy.example/alert/' };
  const mirror = { url: 'https://embassy.example/alert/?lang=en' };

  test('that has not changed does not undo the all-clear of its original', async () => {
    expect(await office.comeAt(9, { event: bomb }, page)).toEqual({ alert: 18 });
    expect(await office.comeAt(10, { event: bomb }, mirror)).toEqual({});
    expect(await office.comeAt(11, { event: clear }, page)).toEqual({ update: 18 });
    expect(await office.comeAt(12, { event: bomb }, mirror)).toEqual({});
    expect(await office.inForce()).toEqual(['all-clear']);
  });

  test('that showed the all-clear and then the warning warns again', async () => {
    await office.comeAt(9, { event: bomb }, page);
    await office.comeAt(10, { event: bomb }, mirror);
    await office.comeAt(11, { event: clear }, mirror);
    expect(await office.comeAt(12, { event: bomb }, mirror)).toEqual({ update: 18 });
    expect(await office.inForce()).toEqual(['leave']);
  });
});
