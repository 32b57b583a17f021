import { css } from 'lit';

export const styles = css`
  .head > :first-child {
    font-size: 1.5em;
  }

  .field {
    min-inline-size: 0;
    max-inline-size: 40rem;
    margin: 0 0 var(--_space);
    padding: 0;
    border: 0;
  }

  legend,
  .field > label:not(.choice) {
    display: block;
    padding: 0;
    font-weight: 600;
  }

  input:is([type='email'], [type='text']) {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
  }

  input[aria-invalid='true'] {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }

  .fault {
    margin-block-end: 0.25rem;
    color: var(--_danger);
    font-weight: 600;
  }

  .notice ul {
    margin-block-end: 0;
    padding-inline-start: 1.25rem;
  }

  [role='status']:empty {
    margin: 0;
  }

  .help {
    display: block;
    font-size: 0.875em;
  }

  /* As it stands in the data, because this is what is agreed to. */
  .consent {
    min-inline-size: 0;
    white-space: pre-line;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-block-end: 0.75em;
  }

  progress {
    display: block;
    inline-size: 100%;
    max-inline-size: 20rem;
    accent-color: var(--_accent);
  }

  .only-print {
    display: none;
  }

  /* The one button that sends stays apart from the others. */
  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
      outline-color: Highlight;
    }
  }

  @media print {
    .only-print {
      display: block;
    }
  }
`;
