/**
 * Says inside a picture file that a part of it was made by a trained model: IPTC's digital source type in an XMP packet, which a JPEG, a PNG and
 * a WebP each keep in their own place.
 * @see https://cv.iptc.org/newscodes/digitalsourcetype/
 */
const xmp =
  '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ' +
  'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ' +
  'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"/>' +
  '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>';

/** Of a format that is none of the three, the bytes as they are. */
export function markAsComposite(file: Uint8Array): Uint8Array {
  if (file[0] === 0xff && file[1] === 0xd8) return markJpeg(file);
  if (textAt(file, 1, 3) === 'PNG') return markPng(file);
  if (textAt(file, 0, 4) === 'RIFF' && textAt(file, 8, 4) === 'WEBP') return markWebp(file);
  return file;
}

/** A segment APP1 behind the start of the image, and behind a JFIF header, which has to be first. */
function markJpeg(file: Uint8Array): Uint8Array {
  const payload = bytesOf(`http://ns.adobe.com/xap/1.0/\0${xmp}`);
  const length = payload.length + 2;
  const at = file[3] === 0xe0 ? 4 + (file[4]! << 8) + file[5]! : 2;
  return joined(file.subarray(0, at), Uint8Array.of(0xff, 0xe1, length >> 8, length & 255), payload, file.subarray(at));
}

/** An uncompressed `iTXt` chunk behind `IHDR`, which is 25 bytes from byte 8 on. */
function markPng(file: Uint8Array): Uint8Array {
  const body = bytesOf(`iTXtXML:com.adobe.xmp\0\0\0\0\0${xmp}`);
  return joined(file.subarray(0, 33), bigEndian(body.length - 4), body, bigEndian(crc32(body)), file.subarray(33));
}

/** A chunk `XMP ` at the end; a simple file first gets the header of an extended one, which says that there is metadata. */
function markWebp(file: Uint8Array): Uint8Array {
  const payload = bytesOf(xmp);
  const chunk = joined(bytesOf('XMP '), littleEndian(payload.length, 4), payload, new Uint8Array(payload.length % 2));
  const body = textAt(file, 12, 4) === 'VP8X' ? file.slice(12) : joined(extendedHeader(file), file.subarray(12));
  body[8]! |= 4;
  const whole = joined(body, chunk);
  return joined(bytesOf('RIFF'), littleEndian(whole.length + 4, 4), bytesOf('WEBP'), whole);
}

/** `VP8X` for a file of one frame: its size is in the first bits of the frame, and a lossless one may have alpha. */
function extendedHeader(file: Uint8Array): Uint8Array {
  const isLossless = textAt(file, 12, 4) === 'VP8L';
  const bits = isLossless ? file[21]! | (file[22]! << 8) | (file[23]! << 16) | (file[24]! << 24) : 0;
  const widthPx = isLossless ? (bits & 0x3fff) + 1 : (file[26]! | (file[27]! << 8)) & 0x3fff;
  const heightPx = isLossless ? ((bits >> 14) & 0x3fff) + 1 : (file[28]! | (file[29]! << 8)) & 0x3fff;
  const flags = isLossless && (bits >> 28) & 1 ? 16 : 0;
  const size = [littleEndian(widthPx - 1, 3), littleEndian(heightPx - 1, 3)] as const;
  return joined(bytesOf('VP8X'), littleEndian(10, 4), Uint8Array.of(flags, 0, 0, 0), ...size);
}

/** CRC-32 of PNG. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** UTF-8 of text that is ASCII but for the byte order mark. */
function bytesOf(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) bytes.push(...(char === '\uFEFF' ? [0xef, 0xbb, 0xbf] : [char.charCodeAt(0)]));
  return Uint8Array.from(bytes);
}

function textAt(file: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...file.subarray(at, at + length));
}

function littleEndian(value: number, bytes: number): Uint8Array {
  return Uint8Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255);
}

function bigEndian(value: number): Uint8Array {
  return littleEndian(value, 4).reverse();
}
