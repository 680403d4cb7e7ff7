import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.js';
import { readCatalogue } from './read-catalogue.js';

describe('a catalogue', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return readCatalogue(join(folder, name));
  };
  const nothing = { sleeve: undefined, length: undefined };

  it('is CSV with names in its first line, and paths beside it', async () => {
    const text = 'id,image_link,garment_type,sleeve\n7,https://shop.example/7.jpg,top,short\n8,img/8.jpg,,\n';
    expect(await read('a.csv', text)).toEqual([
      { id: '7', image: 'https://shop.example/7.jpg', type: 'top', attributes: { ...nothing, sleeve: 'short' } },
      { id: '8', image: join(folder, 'img/8.jpg'), type: 'auto', attributes: nothing },
    ]);
  });

  it('is JSON, an object a line or one list', async () => {
    const expected = [{ id: '7', image: join(folder, '7.jpg'), type: 'dress', attributes: { ...nothing, length: 'knee' } }];
    const row = JSON.stringify({ sku: 7, image: '7.jpg', type: 'dress', length: 'knee' });
    expect(await read('a.jsonl', `${row}\n\n`)).toEqual(expected);
    expect(await read('a.json', `[${row}]`)).toEqual(expected);
  });

  it('is a Merchant feed, RSS or Atom', async () => {
    const rss = `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
      <item><g:id>7</g:id><title><![CDATA[Tee & <more>]]></title><g:image_link>https://shop.example/7.jpg?a=1&amp;b=2</g:image_link>
      <g:shipping><g:country>DE</g:country></g:shipping></item><!-- <item><g:id>9</g:id></item> --></channel></rss>`;
    expect(await read('a.xml', rss)).toEqual([
      { id: '7', image: 'https://shop.example/7.jpg?a=1&b=2', type: 'auto', attributes: nothing },
    ]);
    const atom = `<feed><entry><g:id>7</g:id><g:image_link> https://shop.example/&#x37;.jpg </g:image_link><g:garment_type>top</g:garment_type></entry></feed>`;
    expect(await read('b.xml', atom)).toMatchObject([{ image: 'https://shop.example/7.jpg', type: 'top' }]);
  });

  it.each([
    ['a product without a picture', 'id,image\n7,\n', /product 1.*no image/],
    ['a product without an id', 'id,image\n,7.jpg\n', /product 1.*no id/],
    ['an id twice', 'id,image\n7,a.jpg\n7,b.jpg\n', /7 twice/],
    ['an unknown type', 'id,image,type\n7,a.jpg,hat\n', /type is one of .*not hat/],
    ['an unknown sleeve', '{"id":7,"image":"a.jpg","sleeve":"puffed"}', /sleeve is one of/],
    ['a broken line', '{"id":7,"image":"a.jpg"}\n{"id":', /line 2 is no JSON/],
    ['a list of anything else', '[7]', /no list of products/],
    ['no product', 'id,image\n', /no product/],
  ])('is refused for %s', async (_, text, message) => {
    await expect(read('wrong', text)).rejects.toThrow(message);
    await expect(read('wrong', text)).rejects.toBeInstanceOf(UsageError);
  });

  it('is refused where it is not', async () => {
    await expect(readCatalogue(join(folder, 'absent.csv'))).rejects.toThrow(/absent.csv/);
  });
});
