/** Property tests draw the same examples in every `./check`, so that a change is judged by what it changes; `--long` draws new ones. */
import fc from 'fast-check';

if (process.env['TOCSIN_LONG'] !== '1') fc.configureGlobal({ seed: 20_260_302 });
