/** What follows the steps: all documents, what does not apply, where the ticks are kept, and whose texts these are. */
import { html, type TemplateResult } from 'lit';
import { imprintLinks } from '../../core/imprint-links.ts';
import { allDocumentsPart } from './documents.ts';
import type { SessionContext } from './journey-context.ts';
import type { JourneyView } from './plan.ts';
import { notForYouPart } from './not-for-you.ts';
import { rememberingPart } from './remembering.ts';

export function afterSteps(view: JourneyView, context: SessionContext): TemplateResult {
  return html`${allDocumentsPart(view, context)}${notForYouPart(view, context)}${rememberingPart(context)}${imprintLinks(context.loaded)}`;
}
