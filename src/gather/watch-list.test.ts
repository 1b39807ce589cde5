import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../../test/make.ts';
import { readWatchList } from './watch-list.ts';

const now = at('2026-03-02T07:00:00Z');
const read = (text: string) => readWatchList(new TextEncoder().encode(text), now);
const codes = (text: string): string[] => read(text).findings.map(({ code, where }) => `${code}@${where.line ?? '-'}`);
const header =
  'id,name,role,nationality,language,email,webhook,town,country,admin1,lat,lon,positionAt,from,to,wardenOf,space';

describe('a watch list', () => {
  test('every column is read', () => {
    const row =
      't3,Field team 3,Driver,FR,fa-AF,t3@people.example,https://hook.example/t3,Kabul,AF,Kabul,34.5553,69.2075,2021-08-26T12:00:00+04:30,2021-08-25T00:00:00Z,2021-08-31T00:00:00Z,t4;t5,drill';
    expect(read(`${header}\n${row}\n`)).toEqual({
      rows: 1,
      findings: [],
      people: [
        {
          ref: 't3',
          name: 'Field team 3',
          role: 'Driver',
          nationality: 'FR',
          language: 'fa-AF',
          channels: [
            { channel: 'mail', address: 't3@people.example' },
            { channel: 'webhook', address: 'https://hook.example/t3' },
          ],
          stay: {
            town: 'Kabul',
            country: 'AF',
            admin1: 'Kabul',
            at: { lat: 34.5553, lon: 69.2075 },
            positionAt: at('2021-08-26T07:30:00Z'),
            from: at('2021-08-25T00:00:00Z'),
            to: at('2021-08-31T00:00:00Z'),
          },
          wardenOf: ['t4', 't5'],
          space: 'drill',
        },
      ],
    });
  });

  test('columns in any order and case; quotation marks, commas, line breaks and a byte order mark', () => {
    const { people, findings } = read('\uFEFFName,ID,Lon,lat\r\n"Ana, ""the driver""\nof Kabul",a,69,34\r\n');
    expect(people).toMatchObject([
      { ref: 'a', name: 'Ana, "the driver"\nof Kabul', stay: { at: { lat: 34, lon: 69 } } },
    ]);
    expect(findings).toEqual([]);
  });

  test('each bad row is named by its line and left out, the rest is kept', () => {
    const text = [
      'id,name,lat,lon,email,from,to,space',
      'a,Ana,34,69,a@people.example,,,',
      ',No id,34,69,,,,',
      'b,,34,69,,,,',
      'c,Far north,91,69,,,,',
      'd,Half a place,34,,,,,',
      'e,Not a number,34°,69,,,,',
      'f,Bad mail,34,69,nobody,,,',
      'g,Local time,34,69,,2021-08-25,,',
      'h,Backwards,34,69,,2021-08-25T00:00:00Z,2021-08-24T00:00:00Z,',
      'i,Nowhere,34,69,,,,moon',
      'a,Ana again,34,69,,,,',
      'j,Comma, not quoted,34,69,,,,,',
      'k,Last,34,69,,,,',
    ].join('\n');
    expect(read(text).people.map(({ ref }) => ref)).toEqual(['a', 'k']);
    expect(codes(text).slice(0, 11)).toEqual([
      'watch.row.no-id@3',
      'watch.row.no-name@4',
      'watch.row.position@5',
      'watch.row.position@6',
      'watch.row.position@7',
      'watch.row.address@8',
      'watch.row.time@9',
      'watch.row.time@10',
      'watch.row.space@11',
      'watch.row.twice@12',
      'watch.row.cells@13',
    ]);
  });

  test('who can’t be placed is kept, with a warning', () => {
    expect(read('id,name,town\na,Ana,Kabul').people).toHaveLength(1);
    expect(codes('id,name,town\na,Ana,Kabul')).toEqual(['watch.row.no-position@2']);
  });

  test('a list without its columns, without anything, or that is no text says so', () => {
    expect(codes('name,town\nAna,Kabul')).toEqual(['watch.column.missing@1']);
    expect(codes('id,name,shoe size\na,Ana,39')).toContain('watch.column.unknown@1');
    expect(codes('')).toEqual(['watch.empty@-']);
    expect(readWatchList(new Uint8Array([0xff, 0xfe, 0x00]), now).findings.map(({ code }) => code)).toEqual([
      'watch.not-utf8',
      'watch.empty',
    ]);
    expect(codes('id,name\na,"Ana')).toEqual(['watch.row.not-csv@2']);
  });

  test.each<[string, string, string[], string[]]>([
    ['inside a cell', 'x,Ben "B" Zed,1,1', ['Ana', 'Ben "B" Zed', 'Cyra', 'Dara'], []],
    ['opening a cell', 'x,"Zaph,1,1', ['Ana', 'Cyra', 'Dara'], ['watch.row.not-csv@3']],
    ['opening the row', '"x,Zaph,1,1', ['Ana', 'Cyra', 'Dara'], ['watch.row.not-csv@3']],
    ['opening the last cell', 'x,Zaph,1,"1', ['Ana', 'Cyra', 'Dara'], ['watch.row.not-csv@3']],
  ])('a stray quotation mark %s costs at most its own row', (_, row, names, found) => {
    const text = `id,name,lat,lon\na,Ana,1,1\n${row}\nc,Cyra,1,1\nd,"Dara",1,1\n`;
    const { people, rows, findings } = read(text);
    expect(people.map(({ name }) => name)).toEqual(names);
    expect(findings.map(({ code, where }) => `${code}@${where.line}`)).toEqual(found);
    expect(rows).toBe(4);
    expect(JSON.stringify(findings)).not.toContain('Zaph');
  });

  test('two stray marks do not swallow the rows between them', () => {
    const { people, rows } = read('id,name,lat,lon\nx,"Zaph,1,1\nb,Ben,1,1\nc,Cyra,1,1\ny,Foo",1,1\n');
    expect(people.map(({ name }) => name)).toEqual(['Ben', 'Cyra', 'Foo"']);
    expect(read('id,name,lat,lon\nx,"Zaph,1,1\ny,Foo",1,1\n').people.map(({ name }) => name)).toEqual(['Foo"']);
    expect(rows).toBe(4);
  });

  test('a position of the future is refused', () => {
    expect(codes('id,name,lat,lon,positionAt\na,Ana,1,1,2036-01-01T00:00:00Z')).toEqual(['watch.row.time@2']);
  });

  test('no finding repeats who or where somebody is', () => {
    const text = `${header}\nZaphira1,Zaphira Quill,,,,zaphira(at)nest,ftp://zaphira,Zaphtown,,,34.1234x,69.765,Zaphday,,,,`;
    expect(JSON.stringify(read(text).findings)).not.toMatch(/zaph|quill|34\.1234|69\.765/i);
  });

  test('whatever the bytes, it answers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readWatchList(bytes, now).people).toEqual([]);
      }),
    );
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', '1', ' '), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (rows) => {
        const { people, rows: count } = read(`id,name,lat,lon\n${rows.map((row) => row.join(',')).join('\n')}`);
        expect(people.length).toBeLessThanOrEqual(count);
      }),
    );
  });
});
