/** Elements that every widget has: headings, links, buttons, fields, notices. Logical properties only, for both directions. */
import { css } from 'lit';

export const baseStyles = css`
  * {
    box-sizing: border-box;
  }

  .widget {
    overflow-wrap: anywhere;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin-block: 0 0.5em;
    line-height: 1.25;
    font-size: 1.1em;
  }

  p,
  ul,
  ol,
  dl {
    margin-block: 0 0.75em;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    border-radius: 2px;
  }

  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }

  .button,
  select,
  input[type='date'] {
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    padding: 0.5rem 0.9rem;
    border: 1px solid;
    border-color: var(--_border);
    border-radius: var(--_radius);
    background: transparent;
  }

  .button {
    cursor: pointer;
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }

  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button[aria-disabled='true'] {
    border-style: dashed;
    cursor: default;
  }

  select option {
    background: Canvas;
    color: CanvasText;
  }

  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }

  .choice {
    display: flex;
    gap: 0.75rem;
    align-items: start;
    padding-block: 0.5rem;
  }

  .disclosure {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.25rem 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .disclosure::before {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid;
    border-width: 0 2px 2px 0;
    transform: translateY(-25%) rotate(45deg);
  }

  .disclosure[aria-expanded='true']::before {
    transform: translateY(25%) rotate(-135deg);
  }

  .menu {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem var(--_space);
    align-items: center;
    margin-block-end: var(--_space);
  }

  .quiet {
    min-block-size: 2.75rem;
    padding: 0.25rem 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    text-align: start;
    cursor: pointer;
  }

  .notice {
    margin-block-end: var(--_space);
    padding: 0.75rem var(--_space);
    border: 1px solid var(--_border);
    border-inline-start: 6px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .notice > :last-child {
    margin-block-end: 0;
  }

  .notice-error {
    border-inline-start-color: var(--_danger);
  }

  .language,
  .official {
    font-size: 0.875em;
    font-weight: 400;
  }

  .language {
    display: inline-block;
    padding-inline: 0.4em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .language-menu {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
  }

  .line > a {
    display: inline-block;
    padding-block: 0.2rem;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    button,
    select,
    .no-print {
      display: none !important;
    }
  }
`;
