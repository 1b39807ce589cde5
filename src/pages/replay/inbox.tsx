/** The demo inbox: letters that the replay's own sinks took. They went nowhere else. */
import type { JSX } from 'preact';
import type { WatchedPerson } from '../../core/model.ts';
import type { InboxLetter } from '../exercise.ts';
import { at, type Dated, page } from '../layout.tsx';
import { H1 } from '../parts/around.tsx';
import { calm, clipped } from '../parts/shown-text.ts';
import { Tag, When } from '../parts/words.tsx';
import { capital, plural } from '../strings/en.ts';

export interface InboxData {
  /** Newest first. */
  readonly letters: readonly InboxLetter[];
  readonly people: readonly WatchedPerson[];
}

/** Who a letter was for, by role; the address itself is for operators. */
function roleOf({ to, channel }: InboxLetter, people: readonly WatchedPerson[]): string {
  const found = people.find(({ person }) =>
    person.channels.some((one) => one.channel === channel && one.address === to),
  );
  if (found) return found.person.role ?? 'No role stated';
  return to === 'desk' ? 'This desk' : 'Somebody not on the list of this moment';
}

const nobodyOutside = 'Caught by this machine itself. Nobody outside got it.';

export function inboxPage(surround: Dated, data: InboxData): string {
  const { letters } = data;
  const { moment } = surround;
  const title =
    letters.length === 0
      ? 'Inbox of the replay: empty'
      : `Inbox of the replay: ${plural(letters.length, 'letter', 'letters')}`;
  return page({
    surround,
    title,
    children: (
      <>
        <div class="top">
          <H1>{title}</H1>
          <p class="counts">
            {letters.length === 0
              ? 'Nobody has been told of anything yet, at this moment of the story.'
              : 'What your people would have got. Caught by this machine itself: nobody outside got any of it.'}
          </p>
        </div>
        {letters.length === 0 ? null : (
          <table class="table fold">
            <caption class="vh">Letters, newest first</caption>
            <thead>
              <tr>
                <th scope="col">Letter</th>
                <th scope="col">To whom</th>
                <th scope="col">When</th>
                <th scope="col">By</th>
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <tr>
                  <th scope="row">
                    <a href={at(`/inbox/${letter.id}`, moment)}>
                      {calm(clipped(letter.subject, 140)) || 'Without subject'}
                    </a>
                  </th>
                  <td data-l="To whom">
                    {roleOf(letter, data.people)}
                    <Address letter={letter} operator={surround.operator} />
                  </td>
                  <td data-l="When">
                    <When at={letter.at} />
                  </td>
                  <td data-l="By">{calm(clipped(letter.channel, 20))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </>
    ),
  });
}

function Address({
  letter,
  operator,
}: {
  readonly letter: InboxLetter;
  readonly operator: string | null;
}): JSX.Element | null {
  return operator === null ? null : <small>{calm(clipped(letter.to, 100))}</small>;
}

export function letterPage(surround: Dated, data: InboxData & { readonly letter: InboxLetter }): string {
  const { letter, letters, people } = data;
  const index = letters.findIndex(({ id }) => id === letter.id);
  const [newer, older] = [letters[index - 1], letters[index + 1]];
  const { moment } = surround;
  return page({
    surround,
    title: `Letter: ${calm(clipped(letter.subject, 100))}`,
    children: (
      <>
        <nav class="crumb" aria-label="You are here">
          <a href={at('/inbox', moment)}>Inbox</a> <span aria-hidden="true">/</span> {roleOf(letter, people)}
        </nav>
        <div class="top">
          <H1>{calm(clipped(letter.subject, 200)) || 'Without subject'}</H1>
          <p class="state">
            <Tag kind="dash">{nobodyOutside}</Tag>
          </p>
        </div>
        <dl class="facts">
          <div>
            <dt>To</dt>
            <dd>
              {roleOf(letter, people)}
              <Address letter={letter} operator={surround.operator} />
            </dd>
          </div>
          <div>
            <dt>When</dt>
            <dd>
              <When at={letter.at} />
            </dd>
          </div>
          <div>
            <dt>By</dt>
            <dd>{capital(calm(clipped(letter.channel, 20)))}</dd>
          </div>
        </dl>
        <div class="letter" dir="auto">
          {calm(letter.text)}
        </div>
        <p class="btns noprint">
          {newer === undefined ? null : (
            <a class="btn" href={at(`/inbox/${newer.id}`, moment)} rel="prev">
              Newer letter
            </a>
          )}
          {older === undefined ? null : (
            <a class="btn" href={at(`/inbox/${older.id}`, moment)} rel="next">
              Older letter
            </a>
          )}
        </p>
      </>
    ),
  });
}
