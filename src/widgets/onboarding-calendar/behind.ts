/** Search, filters, month, and what stands behind the buttons: a chunk of its own that comes when the first picture is on the screen. */
export { marks } from '../../core/filter/search-marks.ts';
export { imprintLinks } from '../../core/imprint-links.ts';
export { TextSearch } from '../../core/filter/text-search.ts';
export { detailsPart } from './details.ts';
export { fieldsOf } from './event-fields.ts';
export { activeFilters, filtersForm } from './filters-form.ts';
export { subscriptions } from './into-my-calendar.ts';
export { MonthGrid } from './month.ts';
export { RuleSentences } from './rule-sentences.ts';
export { StructuredData } from './structured-data.ts';
export { styles } from './behind.styles.ts';
