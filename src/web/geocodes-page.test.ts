/** Areas by code on the pages and in the API: whose boundary it is, and what has none. */
import { expect, test } from 'vitest';
import { divisions } from '../../test/divisions.ts';
import { makeArea } from '../../test/make.ts';
import { bearer, desk } from '../../test/pages/ask.ts';
import { views } from '../../test/pages/picture.ts';
import { resolvedAreas } from '../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../core/geo/geocodes/geocodes.ts';
import type { AlertView } from '../core/model.ts';

const geocodes = openGeocodes(divisions);

function coded(...codes: readonly (readonly [string, string])[]): AlertView {
  const view = views.flood;
  const area = makeArea(null, { geocodes: codes.map(([valueName, value]) => ({ valueName, value })) });
  const alert = { ...view.alert, infos: view.alert.infos.slice(0, 1).map((info) => ({ ...info, areas: [area] })) };
  return { ...view, alert, resolved: resolvedAreas(alert, geocodes) };
}

const asked = (view: AlertView, path: string): Promise<string> =>
  desk({ alert: async () => view, alerts: async () => [view] })
    .ask(path, { headers: bearer })
    .then((answer) => answer.text());

test('an area by code is drawn, marked as no drawing of the issuer’s, with its source beside it', async () => {
  const view = coded(['SAME', '048113']);
  const html = await asked(view, `/alerts/${view.id}`);
  expect(html).toContain('SAME 048113 (Dallas). Boundary: U.S. Census Bureau');
  expect(html).toContain('Right to about 300 m.');
  expect(html).toMatch(/Hatched: the area the issuer names by code, dotted along a boundary from elsewhere\./);
  expect(html).toMatch(/<g class="coded"><path d="M[\d.]+ /);
  expect(html).not.toContain('Area unresolved');
});

test('what has no boundary is said on the alert’s page and counted beside the list', async () => {
  const view = coded(['SAME', '048113'], ['EMMA_ID', 'DE012']);
  const html = await asked(view, `/alerts/${view.id}`);
  expect(html).toContain('its codes place a part of it, and nobody is told for the rest');
  expect(html).toMatch(/<b>Area unresolved:<\/b> EMMA_ID DE012: DE012 is a MeteoAlarm region/);
  const list = await asked(view, '/alerts');
  expect(list).toMatch(/Areas without a boundary here.*EMMA_ID: one code in one warning/s);
  expect(await asked(coded(['SAME', '048113']), '/alerts')).not.toContain('Areas without a boundary here');
});

test('the API says which codes place an area, by whose boundary, and which do not and why', async () => {
  const view = coded(['SAME', '048113'], ['EMMA_ID', 'DE012']);
  const [area] = JSON.parse(await asked(view, `/api/v1/alerts/${view.id}`)).alert.infos[0].areas;
  expect(area).toMatchObject({
    unresolved: true,
    resolved: [{ scheme: 'SAME', code: '048113', name: 'Dallas', source: 'U.S. Census Bureau', withinMeters: 300 }],
    unresolvedCodes: [{ scheme: 'EMMA_ID', code: 'DE012', why: expect.stringContaining('import them for EMMA_ID') }],
  });
});
