/** The newsletter section of an endpoint document, and what of it a visitor can choose. */
import { check, type Checked } from '../../model/door.ts';
import { newsletter, type Newsletter, type Topic } from '../../model/newsletter.ts';
import type { Endpoint } from '../../model/endpoint.ts';

export function readSection({ newsletter: section, url }: Endpoint): Checked<Newsletter> {
  const { value, problems } = check(newsletter, section, url, ['newsletter']);
  if (!value?.topics) return { value, problems };
  const topics = new Map<string, Topic>();
  for (const topic of value.topics) {
    if (topics.has(topic.id)) problems.push({ path: `newsletter.topics: ${topic.id}`, reason: `Duplicate id "${topic.id}"; the first one is shown` });
    else topics.set(topic.id, topic);
  }
  return { value: { ...value, topics: [...topics.values()] }, problems };
}

export interface Offers {
  name: boolean;
  topics: readonly Topic[];
  /** Empty where there is nothing to choose. */
  languages: readonly string[];
}

/** What is asked for besides the address: only what the format has a field for. */
export function offersOf({ format = 'json', name = true, topics = [], languages = [], fields = {} }: Newsletter): Offers {
  const isForm = format === 'form';
  return {
    name: name && (!isForm || fields.name !== undefined),
    topics: isForm ? topics.filter(({ field }) => field ?? fields.topics) : topics,
    languages: languages.length > 1 && (format === 'json' || (isForm && fields.language !== undefined)) ? languages : [],
  };
}
