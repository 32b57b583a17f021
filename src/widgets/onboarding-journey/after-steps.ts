/** What follows the steps: all documents, what does not apply, and where the ticks are kept. */
import { html, type TemplateResult } from 'lit';
import { allDocumentsPart } from './documents.ts';
import type { SessionContext } from './journey-context.ts';
import type { JourneyView } from './plan.ts';
import { notForYouPart } from './not-for-you.ts';
import { rememberingPart } from './remembering.ts';

export function afterSteps(view: JourneyView, context: SessionContext): TemplateResult {
  return html`${allDocumentsPart(view, context)}${notForYouPart(view, context)}${rememberingPart(context)}`;
}
