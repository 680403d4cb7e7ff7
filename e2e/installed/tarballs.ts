/** Package name to path of its tarball, from the global set-up. */
export function tarballs(): Record<string, string> {
  return JSON.parse(process.env['STYLEMAP_TARBALLS']!) as Record<string, string>;
}
