import { css } from 'lit';
import { actionStyles, actorStyles } from '../../core/theme/actor.styles.ts';
import { cardStyles } from '../../core/theme/card.styles.ts';

export const styles = [cardStyles, actionStyles, actorStyles, css`
  .chooser,
  .documents {
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .chooser li {
    margin-block-start: var(--_space);
  }

  .chooser p {
    margin-block-start: 0.25rem;
  }

  .question {
    margin: 0 0 var(--_space);
    padding: 0.75rem 0 0;
    border: 0;
    border-block-start: 1px solid var(--_border);
    min-inline-size: 0;
  }

  .question > :is(input, .quiet) {
    display: block;
  }

  .question legend {
    float: inline-start;
    inline-size: 100%;
  }

  .question legend + * {
    clear: both;
  }

  .question legend,
  .question > label:not(.choice) {
    display: block;
    padding: 0;
    font-weight: 600;
    margin-block-end: 0.25rem;
  }

  .help {
    font-size: 0.9375em;
  }

  .disclosed {
    padding-block-start: 0.25rem;
    padding-block-end: 0.5rem;
  }

  .disclosed > :is(h2, h3, h4, h5, h6) {
    margin-block: 0.75rem 0.25rem;
    font-size: 1em;
  }

  .unconfirmed {
    color: var(--_warning);
  }

  .remembering {
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }

  @media print {
    .step {
      padding-block: 0.5em 0;
    }

    .actor,
    .choice,
    .deadline {
      break-inside: avoid;
    }

    h1,
    h2,
    h3,
    h4,
    h5,
    h6 {
      break-after: avoid;
    }

    .choice {
      padding-block: 0.1em;
    }

    .next {
      border: 0;
      padding: 0;
      background: none;
    }

    input[type='checkbox'] {
      appearance: none;
      inline-size: 1rem;
      block-size: 1rem;
      border: 1.5px solid;
    }

    input[type='checkbox']:checked::after {
      content: '✓';
      display: block;
      line-height: 1;
    }
  }
`];
