/** What a reader may choose on the map that moves: the language of its names, and the operator's map files. */
import type { IControl } from 'maplibre-gl';
import { type LabelLanguage, labelLanguage, labelLanguages } from '../pages/map/labels.ts';

const kept = 'tocsin map language';

/** What was chosen on this device before, else the language of the page. */
export function languageNow(): LabelLanguage {
  let tag: string | null = null;
  try {
    tag = localStorage.getItem(kept);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
  return labelLanguage(tag ?? document.documentElement.lang);
}

/** A list of languages, each called as its readers call it. It changes names and nothing else, and says so. */
export function languageControl(now: LabelLanguage, choose: (language: LabelLanguage) => void): IControl {
  const label = document.createElement('label');
  const select = document.createElement('select');
  for (const { tag, name } of labelLanguages) {
    const option = new Option(name, tag, tag === now.tag, tag === now.tag);
    option.lang = tag;
    select.append(option);
  }
  select.addEventListener('change', () => {
    try {
      localStorage.setItem(kept, select.value);
    } catch {
      // As above.
    }
    choose(labelLanguage(select.value));
  });
  label.append('Names in', select);
  return control(label);
}

/** A box to tick for one file, ticked. */
export function streetsControl(name: string, show: (shown: boolean) => void): IControl {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = true;
  box.addEventListener('change', () => show(box.checked));
  label.append(box, name);
  return control(label);
}

function control(inner: HTMLElement): IControl {
  const frame = document.createElement('div');
  // The class is MapLibre's: without it the map underneath takes the clicks.
  frame.className = 'maplibregl-ctrl livechoice';
  frame.append(inner);
  return { onAdd: () => frame, onRemove: () => frame.remove() };
}
