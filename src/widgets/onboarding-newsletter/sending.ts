/** What happens at a press: fetched then, because most visitors only read. */
export { send } from './send.ts';
export { act } from './token-action.ts';
