/** Events that help with a step, from the first step on that is opened: until then nobody asks for them. */
import { nothing, type TemplateResult } from 'lit';
import type { Schemas } from '../../model/endpoint.ts';
import type { Step } from '../../model/journey.ts';
import type { Loaded } from '../../core/load/load-endpoint.ts';
import type { SiteDates } from '../../core/site-dates.ts';
import type { SessionContext } from './journey-context.ts';

type EventsModule = typeof import('./events-of-step.ts');

export class StepEvents {
  #module?: EventsModule;
  #asked = false;
  #shown?: { of: Loaded; dates: SiteDates };

  /** @param changed called when there is more to show */
  constructor(private readonly changed: () => void) {}

  /** What the data have to be checked with; empty before anybody asks. */
  get schemas(): Schemas {
    return this.#module ? { events: this.#module.eventSchema } : {};
  }

  render(step: Step, context: SessionContext): TemplateResult | typeof nothing {
    const { loaded, isOpen } = context;
    if (!isOpen(`details-${step.id}`) || !loaded.endpoint.collections.events.length) return nothing;
    void this.#ask();
    const { records: { events } } = loaded;
    if (!this.#module || !events.length) return nothing;
    const { EventIndex, SiteDates, eventsOfStep } = this.#module;
    const { timeZone } = context.card;
    if (this.#shown?.of !== loaded) this.#shown = { of: loaded, dates: new SiteDates(new EventIndex(events, timeZone), timeZone) };
    return eventsOfStep(step, this.#shown.dates, context);
  }

  async #ask(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.#module = await import('./events-of-step.ts');
      this.changed();
    } catch (error) {
      console.error('onboarding-widgets: the events of a step could not be loaded.', error);
      this.#asked = false;
    }
  }
}
