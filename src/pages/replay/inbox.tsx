/** The demo inbox: letters that the replay's own sinks took. They went nowhere else. */
import type { JSX } from 'preact';
import type { WatchedPerson } from '../../core/model.ts';
import { hour, type Instant } from '../../core/time/time.ts';
import type { InboxLetter } from '../exercise.ts';
import { at, type Dated, page } from '../layout.tsx';
import { H1 } from '../parts/around.tsx';
import { calm, clipped } from '../parts/shown-text.ts';
import { LogTime, Tag, When } from '../parts/words.tsx';
import { capital, plural } from '../strings/en.ts';
import { unwrapped } from './letter-text.ts';

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

/** The same words to several people within an hour. */
interface Post {
  readonly subject: string;
  readonly channel: string;
  /** When the newest of them left. */
  readonly at: Instant;
  /** Newest first. */
  readonly letters: readonly InboxLetter[];
}

/**
 * Newest first; of one moment those to most people first, those to the desk last. Letters with one subject are one post as long as they
 * left within an hour of its newest.
 */
export function postsOf(letters: readonly InboxLetter[]): Post[] {
  const posts: (Post & { letters: InboxLetter[] })[] = [];
  const open = new Map<string, Post & { letters: InboxLetter[] }>();
  for (const letter of letters) {
    const { subject, channel, at } = letter;
    const key = JSON.stringify([channel, subject]);
    const post = open.get(key);
    if (post !== undefined && post.at - at < hour) {
      post.letters.push(letter);
      continue;
    }
    const next = { subject, channel, at, letters: [letter] };
    open.set(key, next);
    posts.push(next);
  }
  const toDesk = ({ letters: [first] }: Post): number => Number(first?.to === 'desk');
  return posts.sort((a, b) => b.at - a.at || toDesk(a) - toDesk(b) || b.letters.length - a.letters.length);
}

const nobodyOutside = 'Caught by this machine itself. Nobody outside got it.';

export function inboxPage(surround: Dated, data: InboxData): string {
  const { letters } = data;
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
              : 'What your people would have got, newest first; the same words within an hour stand together. Caught by this machine itself: nobody outside got any of it.'}
          </p>
        </div>
        {letters.length === 0 ? null : (
          <ol class="log wide posts">
            {postsOf(letters).map((post) => (
              <OnePost post={post} surround={surround} people={data.people} />
            ))}
          </ol>
        )}
      </>
    ),
  });
}

const subjectOf = ({ subject }: { readonly subject: string }, max: number): string =>
  calm(clipped(subject, max)) || 'Without subject';

interface PostProps {
  readonly post: Post;
  readonly surround: Dated;
  readonly people: readonly WatchedPerson[];
}

function OnePost({ post, surround, people }: PostProps): JSX.Element {
  const { letters, channel, at: when } = post;
  const [only] = letters;
  const by = `by ${calm(clipped(channel, 20))}`;
  return (
    <li>
      <LogTime at={when} near={surround.moment.valid} />
      {only !== undefined && letters.length === 1 ? (
        <div>
          <p>
            <a href={at(`/inbox/${only.id}`, surround.moment)}>
              <b>{subjectOf(post, 140)}</b>
            </a>
          </p>
          <p class="quiet">
            {roleOf(only, people)}, {by}
            <Address letter={only} operator={surround.operator} />
          </p>
        </div>
      ) : (
        <details>
          <summary>
            {subjectOf(post, 140)}{' '}
            <span class="quiet">
              {capital(plural(letters.length, 'letter', 'letters'))} {by}
            </span>
          </summary>
          <Letters post={post} surround={surround} people={people} />
        </details>
      )}
    </li>
  );
}

/** To whom, by role; where several have one role each letter bears its number, so that the links can be told apart. */
function Letters({ post, surround, people }: PostProps): JSX.Element {
  const byRole = Map.groupBy(post.letters, (letter) => roleOf(letter, people));
  const roles = [...byRole].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return (
    <ul class="people-of">
      {roles.flatMap(([role, letters]) =>
        letters.map((letter, n) => (
          <li>
            <a href={at(`/inbox/${letter.id}`, surround.moment)}>
              {role}
              {letters.length === 1 ? null : `, ${n + 1} of ${letters.length}`}
            </a>
            <Address letter={letter} operator={surround.operator} />
          </li>
        )),
      )}
    </ul>
  );
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
          <H1>{subjectOf(letter, 200)}</H1>
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
          {calm(unwrapped(letter.text))}
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
