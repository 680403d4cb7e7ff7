/** Workers resolve URLs against their own script, so only absolute ones leave the page. */
export function absoluteUrl(url: string): string {
  return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
}
