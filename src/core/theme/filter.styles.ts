/** Search, the form of the filters, and the list of what was found. */
import { css } from 'lit';

/** What the first picture shows. */
export const searchStyles = css`
  .head > :first-child {
    font-size: 1.5em;
  }

  .search > label {
    display: block;
    margin-block-end: 0.25rem;
    font-weight: 600;
  }

  input:is([type='search'], [type='text']),
  textarea {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    font: inherit;
    color: inherit;
  }

  .entries {
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .entry {
    padding-block: var(--_space) 0.25rem;
    border-block-start: 1px solid var(--_border);
  }

  .entry > :is(h1, h2, h3, h4, h5, h6, p) {
    margin-block-end: 0.25rem;
  }

  .entry .disclosure {
    font-weight: 700;
  }

  .entry > p:empty {
    display: none;
  }

  .categories {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    font-size: 0.875em;
  }

  .category {
    padding-inline: 0.5em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  mark {
    background: var(--onboarding-mark, light-dark(#ffe08a, #5c4a00));
    color: light-dark(#000, #fff);
  }

  @media print {
    /* The button of an entry is its name. */
    .entry .disclosure {
      display: inline !important;
      color: inherit;
    }

    .entry .disclosure::before {
      content: none;
    }
  }
`;

export const filterStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
    gap: var(--_space);
    margin-block-end: var(--_space);
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend,
  .field > label {
    display: block;
    padding: 0;
    font-weight: 600;
  }

  .field {
    margin-block-end: 0.75rem;
  }

  .active {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    list-style: none;
    padding: 0;
  }
`;
