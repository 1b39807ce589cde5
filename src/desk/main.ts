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
      void import('./map.ts').then(({ addMap }) => addMap(target as HTMLElement));
    }
  });
  for (const map of maps) seen.observe(map);
}
