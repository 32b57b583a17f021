import { css } from 'lit';

export const styles = css`
  .toolbar,
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .toolbar {
    gap: 0.5rem var(--_space);
    margin-block-end: var(--_space);
  }

  .button[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .day > :is(h1, h2, h3, h4, h5, h6) {
    margin-block: var(--_space) 0.25rem;
  }

  .when {
    font-weight: 600;
  }

  .status {
    padding-inline: 0.4em;
    border: 1px solid;
    border-radius: var(--_radius);
    color: var(--_danger);
  }

  .cancelled .time {
    text-decoration: line-through;
  }

  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      border-color: CanvasText;
      background: CanvasText;
      color: Canvas;
      forced-color-adjust: none;
    }
  }
`;
