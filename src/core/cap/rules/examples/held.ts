/** Examples of the rules about files that resources hold. */
import { type Example, resourceWith } from './example.ts';

/** “Stay away from the lower town.” in base64: 30 bytes. */
const words = 'U3RheSBhd2F5IGZyb20gdGhlIGxvd2VyIHRvd24u';
const sha1 = '8ec74fb14711e98d05543a98582750af9cd1f6ac';
const holding = { uri: 'notice.txt', mimeType: 'text/plain', derefUri: words };

export const heldExamples: readonly Example[] = [
  {
    code: 'cap.size.differs',
    at: '/alert/info[1]/resource[1]/size',
    bad: resourceWith({ ...holding, size: '40' }),
    good: resourceWith({ ...holding, size: '30' }),
  },
  {
    code: 'cap.mimeType.differs',
    at: '/alert/info[1]/resource[1]/mimeType',
    bad: resourceWith({ ...holding, mimeType: 'image/png' }),
    good: resourceWith(holding),
  },
  {
    code: 'cap.digest.differs',
    at: '/alert/info[1]/resource[1]/digest',
    bad: resourceWith({ ...holding, digest: sha1.replace('8', '9') }),
    good: resourceWith({ ...holding, digest: sha1 }),
  },
];
