/** A picture of `e2e/cases`; the test server's root is the repository's. */
export async function fetchCase(name: string): Promise<Blob> {
  const response = await fetch(new URL(`/e2e/cases/${name}`, location.origin));
  if (!response.ok) throw new Error(`${name}: HTTP status ${response.status}`);
  return response.blob();
}
