/** What Leaflet needs to lay out its panes and tiles, and the look of what is ours. The map itself runs left to right in every language. */
import { css } from 'lit';

export const mapStyles = css`
  .map {
    position: relative;
    /* The panes have large z-indexes, which must not rise above the page. */
    isolation: isolate;
  }

  .map-surface {
    position: relative;
    block-size: clamp(16rem, 60vh, 32rem);
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: #ddd;
    /* One finger scrolls the page, two move the map. */
    touch-action: pan-x pan-y;
    -webkit-tap-highlight-color: transparent;
  }

  .leaflet-pane,
  .leaflet-layer,
  .leaflet-tile-container,
  .leaflet-tile,
  .pin {
    position: absolute;
    left: 0;
    top: 0;
  }

  .leaflet-tile-pane {
    z-index: 200;
  }

  .leaflet-marker-pane {
    z-index: 600;
  }

  .leaflet-tile {
    max-inline-size: none;
    visibility: hidden;
    pointer-events: none;
    user-select: none;
    /* Without it a light seam shows between tiles. */
    mix-blend-mode: plus-lighter;
  }

  .leaflet-tile-loaded {
    visibility: inherit;
  }

  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }

  .leaflet-zoom-anim .leaflet-zoom-animated {
    transition: transform 0.25s cubic-bezier(0, 0, 0.25, 1);
  }

  .leaflet-grab {
    cursor: grab;
  }

  .pin {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    /* Places in one house stand side by side, five in a row. */
    margin: calc(var(--_row) * 1.9rem - 0.875rem) 0 0 calc(var(--_column) * 1.9rem - 0.875rem);
    padding: 0;
    border: 3px solid #fff;
    border-radius: 50%;
    background: #1b4f9c;
    box-shadow: 0 0 0 1px #0b1a30;
    cursor: pointer;
  }

  .pin > bdi {
    position: absolute;
    inset-block-end: calc(100% + 0.5rem);
    left: 50%;
    transform: translateX(-50%);
    inline-size: max-content;
    max-inline-size: 14rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid #0b1a30;
    border-radius: var(--_radius);
    background: #fff;
    color: #0b1a30;
    font-size: 0.875rem;
    line-height: 1.3;
    pointer-events: none;
  }

  .pin:not(:hover, :focus-visible) > bdi {
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .pin:hover,
  .pin:focus-visible {
    z-index: 99999 !important;
    background: #0b1a30;
  }

  .map-zoom {
    position: absolute;
    z-index: 1;
    right: 0.75rem;
    top: 0.75rem;
    display: grid;
    gap: 0.5rem;
  }

  .map-zoom > button {
    inline-size: 2.75rem;
    block-size: 2.75rem;
    padding: 0;
    border: 1px solid #0b1a30;
    border-radius: var(--_radius);
    background: #fff;
    color: #0b1a30;
    font-size: 1.5rem;
    line-height: 1;
    cursor: pointer;
  }

  .map-zoom > button[aria-disabled='true'] {
    border-style: dashed;
    cursor: default;
  }

  .map-zoom > .in::before {
    content: '+';
  }

  .map-zoom > .out::before {
    content: '−';
  }

  .map-attribution {
    margin-block: 0.25rem 0;
    font-size: 0.8125rem;
  }

  @media print {
    .map {
      display: none;
    }
  }
`;
