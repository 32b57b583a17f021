/** The document of a small town: one journey, one phase, two steps, one of them with markup. */
import { fault } from '../support/server.ts';

export const JOURNEY = 'Your way to Kleinstadt';

interface Variation {
  /** Names the town in storage, which all test files of a browser share. */
  site?: string;
  title?: string;
  /** Markup of the first step. */
  html?: string;
}

export const smallEndpoint = ({ site = crypto.randomUUID(), title = JOURNEY, html = '<p>Bring your <strong>passport</strong>.</p>' }: Variation = {}) => ({
  version: 1,
  site: { id: site, name: 'Kleinstadt', languages: ['en', 'de'], timeZone: 'Europe/Berlin' },
  journeys: [{
    id: 'worker',
    title,
    phases: [{
      id: 'arrival',
      title: 'Arrival',
      steps: [
        { id: 'register', title: 'Register your address', html },
        { id: 'tax', title: 'Wait for your tax number' },
      ],
    }],
  }],
});

/** Address that answers with the document, or misbehaves as faults.mjs says. Readable for other origins with `cors: '*'`. */
export function endpointUrl(query: Record<string, string | number> = {}, { kind = 'ok', document = smallEndpoint(), origin = location.origin } = {}): string {
  return fault(kind, { body: JSON.stringify(document), ...query }, origin);
}

/** As an attribute value in markup. */
export const quoted = (value: string): string => `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

export const tag = (endpoint: string, attributes = '', content = ''): string => `<onboarding-journey endpoint=${quoted(endpoint)} ${attributes}>${content}</onboarding-journey>`;
export const div = (endpoint: string, attributes = '', content = ''): string => `<div data-onboarding="journey" data-endpoint=${quoted(endpoint)} ${attributes}>${content}</div>`;
