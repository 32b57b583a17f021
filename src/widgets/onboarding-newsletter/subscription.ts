/** What a visitor asks for, and what is still wrong with it. */
import { isEmail } from '../../model/email-address.ts';

/** The fields of the form as they stand. */
export interface Entry {
  /** Without space around it. */
  email: string;
  /** Empty where none was given. */
  name: string;
  /** Ids. */
  topics: readonly string[];
  /** Of the mails: BCP 47. */
  language?: string;
  /** The box beside the consent is ticked. */
  agreed: boolean;
}

/** The consent exactly as it stood on the screen. */
export interface Shown {
  text: string;
  /** Of the text: BCP 47. */
  language: string;
  version: string;
}

export interface Subscription {
  entry: Entry;
  shown: Shown;
  /** Milliseconds from the first picture of the form to sending. */
  elapsed: number;
  /** The field that no person sees; a bot fills it. */
  website: string;
}

export type FieldFault = 'email-missing' | 'email-wrong' | 'topics-missing' | 'consent-missing';
export type Faults = Partial<Record<'email' | 'topics' | 'agreed', FieldFault>>;

/**
 * What the visitor has to mend, in the order on the screen; no keys: nothing.
 * @param choosesTopics the form offers topics. Who agrees to mails about what they chose has to choose something.
 */
export function faultsOf({ email, topics, agreed }: Entry, choosesTopics: boolean): Faults {
  return {
    ...(!isEmail(email) && { email: email ? 'email-wrong' : 'email-missing' }),
    ...(choosesTopics && !topics.length && { topics: 'topics-missing' }),
    ...(!agreed && { agreed: 'consent-missing' }),
  };
}
