/** Signing in with an operator's token. */
import { page, type Surround } from './layout.tsx';
import { H1 } from './parts/around.tsx';

export interface SignInData {
  /** Where to go afterwards, a path of this desk. */
  readonly next: string;
  /** A token was tried and is none. */
  readonly refused: boolean;
}

export function signInPage(surround: Surround, data: SignInData): string {
  return page({
    surround,
    title: data.refused ? 'Not signed in: that is no token of this desk' : 'Sign in',
    children: (
      <>
        <div class="top">
          <H1>{data.refused ? 'That is no token of this desk' : 'Sign in'}</H1>
          <p class="counts">Reading needs no name; changing anything, and seeing who the people are, does.</p>
        </div>
        <form class="ask" method="post" action="/sign-in">
          <label for="token">Your token</label>
          <div class="row">
            <input
              id="token"
              name="token"
              type="password"
              autocomplete="off"
              required
              aria-describedby="token-help"
              aria-invalid={data.refused ? 'true' : undefined}
            />
            <input type="hidden" name="next" value={data.next} />
            <button class="btn main" type="submit">
              Sign in
            </button>
          </div>
          <p id="token-help" class="quiet">
            It starts with <span class="code">tocsin_</span>. Whoever runs the desk makes one for you, under your own
            name: <code>tocsin token add NAME</code>. You stay signed in for 12 hours.
          </p>
        </form>
      </>
    ),
  });
}
