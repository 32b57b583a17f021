/**
 * Search, filters, and what stands behind the buttons. A chunk of its own that comes when the first picture is on the screen, so that
 * this is on a cheap phone's screen sooner.
 */
export { ActorCards } from '../../core/actor/actor-cards.ts';
export { formatDistance } from '../../core/format-distance.ts';
export { activeFilters } from './active-filters.ts';
export { filtersForm, positionSentence } from './filters-form.ts';
export { MapPanel } from './map-panel.ts';
export { PositionError, device, distance, inArea, placeOf } from './near.ts';
export { hiddenMatch } from './search-marks.ts';
export { marks } from '../../core/filter/search-marks.ts';
export { imprintLinks } from '../../core/imprint-links.ts';
export { TextSearch } from '../../core/filter/text-search.ts';
export { fieldsOf } from './actor-fields.ts';
export { styles } from './behind.styles.ts';
