import { actionStyles, actorStyles } from '../../core/theme/actor.styles.ts';
import { cardStyles } from '../../core/theme/card.styles.ts';
import { filterStyles } from '../../core/theme/filter.styles.ts';

export const styles = [cardStyles, actionStyles, actorStyles, filterStyles];
