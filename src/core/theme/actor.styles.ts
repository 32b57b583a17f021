/** The card of an office: hours, actions, the card for the counter. */
import { css } from 'lit';

/** Buttons in a row. */
export const actionStyles = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin-block: 0.75rem;
  }
`;

export const actorStyles = css`
  .actor {
    margin-block-end: 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_border);
  }

  .contact {
    margin-block-start: 0.5rem;
  }

  .services {
    padding-inline-start: 1.25em;
  }

  .hours {
    margin-block-end: 0.75em;
    border-collapse: collapse;
  }

  .hours :is(th, td) {
    padding: 0.25rem 0;
    padding-inline-end: 1rem;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  .hours .today > * {
    font-weight: 700;
  }

  form > label {
    display: block;
    font-weight: 600;
  }

  .counter {
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: clamp(1rem, 5vw, 3rem);
    border: 0;
    background: Canvas;
    color: CanvasText;
    font-size: clamp(1.25rem, 4vw, 2rem);
    line-height: 1.35;
    overflow: auto;
  }

  .counter .large {
    font-size: 1.4em;
    font-weight: 700;
  }

  .counter .own {
    font-size: 0.6em;
    font-weight: 400;
  }
`;
