/** A page for what could not be shown: what is wrong, and what to do next. */
import { page, type Surround } from './layout.tsx';
import { H1 } from './parts/around.tsx';

export interface ErrorData {
  readonly status: 400 | 401 | 403 | 404 | 405 | 410 | 413 | 421 | 500;
  /** One sentence for a person. */
  readonly message: string;
}

const titles: Record<ErrorData['status'], string> = {
  400: 'That question can’t be answered',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Nothing here',
  405: 'Not in that way',
  410: 'No longer here',
  413: 'Too large',
  421: 'Not this desk',
  500: 'Something broke here',
};

export function errorPage(surround: Surround, data: ErrorData): string {
  return page({
    surround,
    title: titles[data.status],
    children: (
      <div class="top">
        <H1>{titles[data.status]}</H1>
        <p class="counts">{data.message}</p>
        <p class="btns">
          <a class="btn" href="/">
            The picture
          </a>
          {data.status === 401 ? (
            <a class="btn" href="/sign-in">
              Sign in
            </a>
          ) : null}
        </p>
      </div>
    ),
  });
}
