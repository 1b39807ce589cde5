/** Which country and which of its divisions a code lies in, by the letters and digits of the code alone. */
import { type Divisions, stateDigits } from './divisions.ts';
