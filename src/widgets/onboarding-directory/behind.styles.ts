import { css } from 'lit';
import { actorStyles } from '../../core/theme/actor.styles.ts';
import { cardStyles } from '../../core/theme/card.styles.ts';

const filterStyles = css`
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

export const styles = [cardStyles, actorStyles, filterStyles];
