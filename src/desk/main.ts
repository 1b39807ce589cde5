/** Runs in the reader's browser and adds to pages that read well without it: a map that moves, a slider that drags, a search that answers. */
import { addPlaceSearch } from './place-search.ts';
import { addSlider } from './slider.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-slider]')) addSlider(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-place-search]')) addPlaceSearch(form);

const maps = document.querySelectorAll<HTMLElement>('figure[data-live-map]');
/** The map is a megabyte: nobody who asked to save data gets it, and nobody before they look at it. */
const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
if (maps.length > 0 && !saves) {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      const figure = target as HTMLElement;
      // The answers come while the map is fetched and read.
      const asked = { situations: json(figure.dataset['situations'] ?? ''), maps: json('/api/v1/maps') };
      void import('./map.ts').then(({ addMap }) => addMap(figure, asked));
    }
  });
  for (const map of maps) seen.observe(map);
}

async function json(path: string): Promise<unknown> {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}
