import picocolors from 'picocolors';

/** Colours for terminals only: on Windows picocolors would write them into files and pipes as well. */
export const colours = picocolors.createColors(
  picocolors.isColorSupported && (process.platform !== 'win32' || process.stderr.isTTY === true || Boolean(process.env.FORCE_COLOR)),
);
