export function importModule(url: string): Promise<unknown>;
