/**
 * A slider over a replay. The form is whole without it (a choice of moments and a button); this puts a range over the line of the story that
 * shows the page at each moment while it is dragged. Nothing is loaded but the page itself at another time.
 */

const minuteMs = 60_000;

/** Reads `data-from`, `data-until`, `data-at` (ISO 8601), `data-zone` (IANA), `data-place` of the form; its own fields stay. */
export function addSlider(form: HTMLFormElement): void {
  const from = Date.parse(form.dataset['from'] ?? '');
  const until = Date.parse(form.dataset['until'] ?? '');
  const at = Date.parse(form.dataset['at'] ?? '');
  if (!(from < until)) return;
  const range = document.createElement('input');
  range.type = 'range';
  range.min = '0';
  range.max = String(Math.round((until - from) / minuteMs));
  range.step = '10';
  range.value = String(Math.round((Math.min(Math.max(at, from), until) - from) / minuteMs));
  range.setAttribute('aria-label', form.dataset['label'] ?? 'Time');
  const shown = document.createElement('output');
  const time = (): Date => new Date(from + Number(range.value) * minuteMs);
  const say = (): void => {
    const words = timeWords(time(), form.dataset['zone'] ?? 'UTC', form.dataset['place'] ?? 'UTC');
    shown.textContent = words;
    range.setAttribute('aria-valuetext', words);
  };
  const row = document.createElement('p');
  row.className = 'slider';
  row.append(shown, range);
  (document.querySelector('.line-of-story') ?? form).prepend(row);
  say();
  const show = lastOnly((signal) => showAt(time(), signal));
  range.addEventListener('input', () => {
    say();
    show();
  });
}

const timeWords = (time: Date, timeZone: string, place: string): string => {
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return `${new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(time)} in ${place}`;
};

/** Runs the newest call only: one that is under way is given up when the next comes. */
function lastOnly(work: (signal: AbortSignal) => Promise<void>): () => void {
  let under = new AbortController();
  return () => {
    under.abort();
    under = new AbortController();
    void work(under.signal);
  };
}

/** The page as of `time` takes the place of what is shown; the address says so, so that it can be kept and sent on. */
async function showAt(time: Date, signal: AbortSignal): Promise<void> {
  const url = new URL(location.href);
  url.search = '';
  url.searchParams.set('at', time.toISOString());
  try {
    const answer = await fetch(url, { signal, headers: { accept: 'text/html' } });
    if (!answer.ok) return location.assign(url);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (signal.aborted) return;
    for (const part of ['main', '.asof', '.track-of-story', 'header.bar nav', 'title']) swap(part, page);
    history.replaceState(null, '', url);
  } catch (error) {
    // Overtaken by the next move; a network that is away leaves the page as it is, and the address with it.
    if ((error as Error).name !== 'AbortError') location.assign(url);
  }
}

function swap(selector: string, page: Document): void {
  const now = document.querySelector(selector);
  const next = page.querySelector(selector);
  if (now && next) now.replaceWith(document.adoptNode(next));
}
