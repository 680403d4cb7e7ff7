/** Bytes in memory of their own, as WebCrypto and the Cache API take them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** @returns lower-case hex. Needs a secure context: browsers hide `crypto.subtle` on plain http. */
export async function sha256Hex(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
