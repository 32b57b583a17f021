/** Facts, addresses, formatted text, and print: what is not on the screen at first. */
import { css } from 'lit';

export const cardStyles = css`
  .facts {
    display: grid;
    gap: 0.25rem;
  }

  .facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: baseline;
  }

  .facts dt {
    font-weight: 600;
  }

  .facts dt::after {
    content: ':';
  }

  .facts dd {
    margin: 0;
  }

  .facts a,
  .link-list a {
    display: inline-block;
    padding-block: 0.2rem;
  }

  .line {
    display: block;
  }

  address {
    font-style: normal;
    margin-block-end: 0.75em;
  }

  .rich :is(h2, h3, h4, h5, h6) {
    font-size: 1em;
  }

  .rich table {
    display: block;
    overflow-x: auto;
  }

  @media print {
    .widget {
      color-scheme: light;
      color: #000;
      font-size: 10pt;
      line-height: 1.3;
    }

    .widget :is(p, ul, ol, dl, address) {
      margin-block-end: 0.25em;
    }

    .facts {
      display: block;
    }

    .facts > div,
    .line {
      display: inline-flex;
      margin-inline-end: 1em;
    }

    .disclosed[hidden] {
      display: block;
    }

    :is(a.external, .rich a[href])::after {
      content: ' (' attr(href) ')';
      font-size: 0.875em;
      overflow-wrap: anywhere;
    }
  }
`;
