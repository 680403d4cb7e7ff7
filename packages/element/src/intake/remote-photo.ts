/** A photo by URL, fetched once: what the shopper sees and what the engine gets are the same bytes. */
export interface RemotePhoto {
  /** Absolute. */
  readonly url: string;
  /** `undefined` when it cannot be fetched: an `<img>` may show it all the same, and the engine says what is wrong. */
  readonly file: Promise<Blob | undefined>;
}

/** @param url of http or https: others are here already, and to fetch them would need more of the page's content security policy */
export function fetchPhoto(url: string): RemotePhoto {
  return { url, file: fetchFile(url) };
}

async function fetchFile(url: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(url, { mode: 'cors', credentials: 'same-origin' });
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}
