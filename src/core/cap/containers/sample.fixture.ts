/** Alerts for the tests of containers. */

export const cap12 = 'urn:oasis:names:tc:emergency:cap:1.2';

export const alertXml = (
  identifier: string,
  { status = 'Actual', xmlns = ` xmlns="${cap12}"`, inside = '' } = {},
): string =>
  `<alert${xmlns}><identifier>${identifier}</identifier><sender>dam@valley.example</sender>` +
  `<sent>2024-05-01T10:00:00+03:00</sent><status>${status}</status><msgType>Alert</msgType><scope>Public</scope>${inside}</alert>`;

export const escaped = (xml: string): string =>
  xml.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const atom = (entries: string, attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Valley</title>${entries}</feed>`;

export const edxl = (objects: string, { status = 'Actual', type = 'Report' } = {}): string =>
  `<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionID>d-1</distributionID>` +
  `<distributionStatus>${status}</distributionStatus><distributionType>${type}</distributionType>${objects}</EDXLDistribution>`;
