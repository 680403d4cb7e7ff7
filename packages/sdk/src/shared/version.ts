/** Version of the package, as receipts carry it. A test holds it to `package.json`. */
export const sdkVersion = '0.1.0';
