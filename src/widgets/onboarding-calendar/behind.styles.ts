import { css } from 'lit';
import { actionStyles } from '../../core/theme/actor.styles.ts';
import { cardStyles } from '../../core/theme/card.styles.ts';
import { filterStyles } from '../../core/theme/filter.styles.ts';

const monthStyles = css`
  img {
    max-inline-size: 100%;
    block-size: auto;
  }

  .month-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin-block-end: 0.5rem;
  }

  .month-head > :is(h1, h2, h3, h4, h5, h6) {
    margin: 0;
  }

  .back,
  .forth {
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    border: solid;
    border-width: 0 2px 2px 0;
    transform: rotate(135deg);
  }

  .forth,
  :dir(rtl) .back {
    transform: rotate(-45deg);
  }

  :dir(rtl) .forth {
    transform: rotate(135deg);
  }

  .month {
    /* Collapsed borders stand half a pixel outside. */
    inline-size: calc(100% - 1px);
    margin-block-end: var(--_space);
    border-collapse: collapse;
    table-layout: fixed;
  }

  .month th {
    padding: 0.25rem;
    font-weight: 600;
    text-align: start;
  }

  .month td {
    block-size: 6rem;
    padding: 0.25rem;
    border: 1px solid var(--_border);
    vertical-align: top;
    cursor: pointer;
    overflow: hidden;
  }

  .month .past {
    cursor: default;
  }

  .month :is(.outside, .past) .number {
    font-weight: 400;
  }

  .month .number {
    display: inline-block;
    min-inline-size: 1.75em;
    padding: 0.1em 0.35em;
    border-radius: var(--_radius);
    font-weight: 600;
    text-align: center;
  }

  .month [aria-current] .number {
    outline: 2px solid var(--_accent);
  }

  .month [aria-selected='true'] .number {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .month .outside {
    background: var(--_surface);
  }

  .month .title {
    display: block;
    overflow: hidden;
    font-size: 0.8125em;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .month .cancelled bdi {
    text-decoration: line-through;
  }

  .month :focus-visible {
    outline-offset: -3px;
  }

  @media (forced-colors: active) {
    .month [aria-selected='true'] .number {
      background: CanvasText;
      color: Canvas;
      forced-color-adjust: none;
    }
  }
`;

export const styles = [cardStyles, actionStyles, filterStyles, monthStyles];
