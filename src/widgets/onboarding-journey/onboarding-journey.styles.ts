import { css } from 'lit';

export const styles = css`
  .head > :first-child,
  #chooser-title {
    font-size: 1.5em;
  }

  section {
    margin-block: calc(var(--_space) * 1.75);
  }

  section > :is(h1, h2, h3, h4, h5, h6),
  .phase-head > :first-child {
    font-size: 1.25em;
  }

  .questions,
  .next {
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .progress {
    margin-block-end: var(--_space);
    font-weight: 600;
  }

  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.75rem;
    accent-color: var(--_success);
  }

  .next ol {
    padding-inline-start: 1.5em;
    margin-block-end: 0;
  }

  .next li {
    padding-block: 0.25rem;
  }

  .next li > a {
    display: block;
    padding-block: 0.25rem;
    font-weight: 600;
  }

  .phase-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
    align-items: baseline;
    justify-content: space-between;
    border-block-end: 2px solid var(--_accent);
    margin-block-end: 0.75rem;
  }

  .phase-head > * {
    margin-block-end: 0.25rem;
  }

  .questions > .disclosure {
    padding-inline: var(--_space);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .steps {
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .step {
    display: flex;
    gap: 0.75rem;
    padding-block: var(--_space) 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .step:last-child {
    border: 0;
  }

  .step-body {
    flex: 1;
    min-inline-size: 0;
  }

  .step-body > :is(h1, h2, h3, h4, h5, h6, p) {
    margin-block-end: 0.25rem;
  }

  .step.done label {
    text-decoration: line-through;
    text-decoration-color: var(--_success);
  }

  .deadline {
    display: flex;
    gap: 0.5rem;
  }

  .deadline .shape {
    flex: none;
    inline-size: 1.25em;
    text-align: center;
  }

  .overdue {
    color: var(--_danger);
  }

  .soon {
    color: var(--_warning);
  }
`;
