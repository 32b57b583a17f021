import { css } from 'lit';

export const styles = css`
  .count {
    font-weight: 600;
  }

  .open-state {
    font-weight: 600;
  }

  .open-state.open {
    color: var(--_success);
  }

  .open-state.temporarily-closed {
    color: var(--_danger);
  }
`;
