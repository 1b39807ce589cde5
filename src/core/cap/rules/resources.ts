/** Rules about the file that a resource holds in itself: whether it is what is stated of it. */
import type { Finding } from '../../finding.ts';
import type { CapResource } from '../model.ts';
import { decodeDeref } from '../resources/resource.ts';
import type { Rule } from './rule.ts';
import { inResources } from './standard/walk.ts';

const foundIn = (resource: CapResource): readonly Finding[] => decodeDeref(resource).findings;

/** Reports what is found of one code, at one element of the resource. */
const reports = (code: string, name: string): NonNullable<Rule['check']> =>
  inResources((resource, find, { once }) => {
    if (resource.derefUri === null) return;
    for (const finding of once(resource, foundIn)) if (finding.code === code) find(name, finding.message);
  });

export const heldRules: readonly Rule[] = [
  {
    code: 'cap.size.differs',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, section 3.2.3, size',
    asks: '<size> is about the number of bytes of the file: it differs by no more than a tenth.',
    why: 'Where it differs by more the file may have been cut off. Count the bytes of the file itself, not of its base64.',
    check: reports('cap.size.differs', 'size'),
  },
  {
    code: 'cap.mimeType.differs',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, section 3.2.3, mimeType',
    asks: 'The file is of the kind that <mimeType> says.',
    why: 'Receivers show it by its type, and what is of another kind stays dark or does harm. Correct the type.',
    check: reports('cap.mimeType.differs', 'mimeType'),
  },
  {
    code: 'cap.digest.differs',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, section 3.2.3, digest',
    asks: '<digest> is that of the file.',
    why: 'It was damaged or replaced on its way, and nobody should use it. Compute the digest of the file itself.',
    check: reports('cap.digest.differs', 'digest'),
  },
];
