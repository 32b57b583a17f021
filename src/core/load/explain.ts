/** What a failure means and what to do about it, for the web team. Loaded only where there is one. */
import type { FailureKind, LoadError } from './load-error.ts';

const MEANING: Readonly<Record<FailureKind, string>> = {
  refused: 'This address is not read: only https addresses of a known format are (http on localhost, for trying out)',
  unreachable: 'No answer that this page may read: the server is down, or it does not send the header Access-Control-Allow-Origin (browsers do not tell which). Let it send the header, or copy the data beside the page (`snapshot`)',
  timeout: 'The answer was not complete in time',
  status: 'The server answered with an error',
  'too-large': 'The answer is larger than a widget reads',
  unreadable: 'The answer is not what was expected',
  version: 'The document is written for another version of this script: update whichever is older',
  'no-records': 'There is no usable record',
};

export const explain = ({ kind, message }: LoadError): string => (message ? `${MEANING[kind]} (${message})` : MEANING[kind]);
