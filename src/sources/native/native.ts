/** `{"source": "native", "url": "actors.json"}`: a list of records, or an endpoint document of which one collection is taken. */
import type { Source } from '../source.ts';

export const native: Source = {
  format: 'native',
  ask: ({ url }, _context, answers) => (answers.length ? [] : [{ url, as: 'json' }]),
  read(_reference, { collection }, [answer]) {
    const body = answer?.body;
    const records: unknown = Array.isArray(body) ? body : (body as Record<string, unknown> | null)?.[collection];
    if (Array.isArray(records)) return { records, problems: [] };
    return { records: [], problems: [{ path: '', reason: `Expected a list of records or a document with "${collection}"` }] };
  },
};
