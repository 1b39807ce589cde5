/**
 * Search as one types, over a form that is whole without it: a combobox with a list (WAI-ARIA 1.2), by keyboard, touch and screen reader.
 * What is chosen opens as the form would open it. Where the desk can't be reached the form stays what it was.
 */

interface Found {
  readonly id: string;
  readonly name: string;
  readonly matched: string;
  readonly kind: string;
  readonly country: string | null;
}

/** Long enough that a word typed at once is asked for once. */
const pauseMs = 120;

export function addPlaceSearch(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name=q]');
  if (!input) return;
  const list = document.createElement('ul');
  list.id = `${input.id}-list`;
  list.role = 'listbox';
  list.setAttribute('aria-label', 'Places found');
  list.hidden = true;
  const said = document.createElement('p');
  said.className = 'vh';
  said.role = 'status';
  form.append(list, said);
  input.role = 'combobox';
  for (const [name, value] of [
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ] as const)
    input.setAttribute(name, value);
  new PlaceSearch(form, input, list, said).listen();
}

class PlaceSearch {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLUListElement;
  readonly #said: HTMLElement;
  #found: readonly Found[] = [];
  #at = -1;
  #asking: AbortController | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, input: HTMLInputElement, list: HTMLUListElement, said: HTMLElement) {
    this.#form = form;
    this.#input = input;
    this.#list = list;
    this.#said = said;
  }

  listen(): void {
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#ask(), pauseMs);
    });
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.addEventListener('blur', () => this.#close());
    // Before the field loses the focus, which would close the list under the finger.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest('[role=option]');
      if (option) this.#open([...this.#list.children].indexOf(option));
    });
  }

  #onKey(event: KeyboardEvent): void {
    // While an input method composes, its keys are its own.
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Escape' && !this.#list.hidden) this.#close();
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && this.#found.length > 0)
      this.#move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && !this.#list.hidden && this.#at >= 0) this.#open(this.#at);
    else return;
    event.preventDefault();
  }

  async #ask(): Promise<void> {
    this.#asking?.abort();
    const words = this.#input.value.trim();
    if (words === '') return this.#show([]);
    const asking = new AbortController();
    this.#asking = asking;
    const query = new URLSearchParams({ ...this.#moment(), q: words, lang: navigator.language });
    const answer = await fetch(`/api/v1/places?${query}`, { signal: asking.signal }).catch(() => null);
    const body = answer?.ok ? ((await answer.json().catch(() => null)) as { places: Found[] } | null) : null;
    if (!asking.signal.aborted) this.#show(body?.places ?? []);
  }

  /** The moment that the page shows. */
  #moment(): Record<string, string> {
    const hidden = [...this.#form.querySelectorAll<HTMLInputElement>('input[type=hidden]')];
    return Object.fromEntries(hidden.map(({ name, value }) => [name, value]));
  }

  #show(found: readonly Found[]): void {
    this.#found = found;
    this.#at = -1;
    this.#list.replaceChildren(...found.map((one, n) => optionOf(one, `${this.#list.id}-${n}`)));
    this.#list.hidden = found.length === 0;
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
    const asked = this.#input.value.trim() !== '';
    this.#said.textContent = !asked ? '' : found.length === 1 ? '1 place found.' : `${found.length} places found.`;
  }

  #close(): void {
    this.#asking?.abort();
    clearTimeout(this.#pause);
    this.#list.hidden = true;
    this.#at = -1;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #move(by: number): void {
    const { length } = this.#found;
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#at = this.#at < 0 ? (by > 0 ? 0 : length - 1) : (this.#at + by + length) % length;
    for (const [n, option] of [...this.#list.children].entries())
      option.setAttribute('aria-selected', String(n === this.#at));
    this.#input.setAttribute('aria-activedescendant', `${this.#list.id}-${this.#at}`);
    this.#list.children[this.#at]?.scrollIntoView({ block: 'nearest' });
  }

  #open(n: number): void {
    const one = this.#found[n];
    if (!one) return;
    location.assign(
      `/places?${new URLSearchParams({ ...this.#moment(), q: this.#input.value.trim(), place: one.id })}`,
    );
  }
}

function optionOf({ name, matched, kind, country }: Found, id: string): HTMLLIElement {
  const option = document.createElement('li');
  option.id = id;
  option.role = 'option';
  option.setAttribute('aria-selected', 'false');
  const shown = document.createElement('bdi');
  shown.textContent = name;
  const more = document.createElement('small');
  const what = kind === 'building' ? 'own place' : kind === 'admin1' ? 'province or state' : kind;
  more.textContent = [what, kind === 'country' ? '' : (country ?? ''), matched === name ? '' : matched]
    .filter(Boolean)
    .join(', ');
  option.append(shown, ' ', more);
  return option;
}
