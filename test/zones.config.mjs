/** What shows times, on devices that stand elsewhere than the office: each file once in each zone. The other runs stand in Germany. */
import { configFor } from './support/config.mjs';
import { launchers } from './support/launchers.mjs';

const zones = ['UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia'];
const shared = configFor(['chromium']);

export default {
  ...shared,
  files: ['test/widgets/onboarding-calendar/{zones,month-days,feeds,own-calendar}.test.ts', 'test/widgets/onboarding-journey/{deadlines,events}.test.ts', 'test/widgets/onboarding-directory/hours.test.ts'],
  groups: [],
  browsers: zones.map((zone) => Object.assign(launchers.chromium(zone), { name: zone })),
};
