/** Version of this package; `npm run version` keeps it equal to package.json. */
export const version = '0.0.0';
