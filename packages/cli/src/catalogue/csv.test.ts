import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.js';

describe('CSV', () => {
  it('keeps commas, line ends and quotes inside quotes', () => {
    expect(parseCsv('id,name\r\n1,"a, ""b""\nc"\r\n')).toEqual([
      ['id', 'name'],
      ['1', 'a, "b"\nc'],
    ]);
  });

  it('has tabs or semicolons where its first line has them, and no mark of a byte order', () => {
    expect(parseCsv('\uFEFFid\timage\n1\ta,b.jpg')).toEqual([
      ['id', 'image'],
      ['1', 'a,b.jpg'],
    ]);
    expect(parseCsv('id;image\n1;a.jpg')).toEqual([
      ['id', 'image'],
      ['1', 'a.jpg'],
    ]);
  });

  it('leaves empty lines out and keeps empty fields', () => {
    expect(parseCsv('id,image\n\n1,\n,,\n')).toEqual([
      ['id', 'image'],
      ['1', ''],
    ]);
    expect(parseCsv('')).toEqual([]);
  });
});
