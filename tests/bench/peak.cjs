// Loaded before a program (`node --require`): at its end, writes its peak memory in KiB where CARTABLE_PEAK says.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.CARTABLE_PEAK, String(process.resourceUsage().maxRSS)));
