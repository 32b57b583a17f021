/** Files beside the classic script. */
import { ownScript } from './core/own-script.ts';
import { importModule } from './import-module.js';

const beside = ownScript()?.src ?? document.baseURI;

export const fetched = (file: string): Promise<unknown> => importModule(new URL(file, beside).href);
