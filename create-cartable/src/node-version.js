/**
 * Tests whether Cartable runs on this version of Node.js: `engines` in `package.json` says the same.
 * @param {string} version as `22.12.0`
 */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}
