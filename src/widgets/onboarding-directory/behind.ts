/**
 * Search, filters, and what stands behind the buttons. A chunk of its own that comes when the first picture is on the screen, so that
 * this is on a cheap phone's screen sooner.
 */
export { ActorCards } from '../../core/actor/actor-cards.ts';
export { formatDistance } from '../../core/format-distance.ts';
export { activeFilters } from './active-filters.ts';
export { filtersForm } from './filters-form.ts';
export { MapPanel } from './map-panel.ts';
export { PositionError, device, distance, inArea, placeOf } from './near.ts';
export { hiddenMatch, marks } from './search-marks.ts';
export { TextSearch } from './text-search.ts';
export { styles } from './behind.styles.ts';
