// Unfolds zlib data (RFC 1950, RFC 1951) at once: the browser's own way is later than printing, and absent in older ones.
function inflate(bytes, size) {
  const out = new Uint8Array(size);
  let at = 2, filled = 0, hold = 0, have = 0;

  function bits(count) {
    while (have < count) { hold |= bytes[at++] << have; have += 8; }
    const value = hold & ((1 << count) - 1);
    hold >>>= count;
    have -= count;
    return value;
  }
  // Canonical codes: how many there are of each length, and their symbols in order.
  function codes(lengths) {
    const counts = new Array(16).fill(0), symbols = [], starts = [0];
    for (const length of lengths) counts[length] += 1;
    counts[0] = 0;
    for (let length = 0; length < 15; length++) starts.push(starts[length] + counts[length]);
    lengths.forEach((length, symbol) => { if (length) symbols[starts[length]++] = symbol; });
    return { counts, symbols };
  }
  function symbol(table) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length < 16; length++) {
      code |= bits(1);
      const count = table.counts[length];
      if (code - first < count) return table.symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error("broken data");
  }
  // The bases of lengths and distances: each row of extra bits goes on where the last one ended (RFC 1951, 3.2.5).
  function bases(start, extra) {
    const found = [];
    for (const count of extra) { found.push(start); start += 1 << count; }
    return found;
  }
  const row = (number, each) => Array.from({ length: number }, (_, i) => Math.max(0, (i >> each) - 1));
  const lengthExtra = [...row(28, 2), 0], distanceExtra = row(30, 1);
  const lengthBase = [...bases(3, lengthExtra.slice(0, 28)), 258], distanceBase = bases(1, distanceExtra);
  const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

  function tables(kind) {
    if (kind === 1) {
      const fixed = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
      return [codes(fixed), codes(new Array(30).fill(5))];
    }
    const literals = bits(5) + 257, distances = bits(5) + 1, given = bits(4) + 4;
    const first = new Array(19).fill(0);
    for (let i = 0; i < given; i++) first[order[i]] = bits(3);
    const table = codes(first), lengths = [];
    while (lengths.length < literals + distances) {
      const found = symbol(table);
      if (found < 16) { lengths.push(found); continue; }
      const again = found === 16 ? 3 + bits(2) : found === 17 ? 3 + bits(3) : 11 + bits(7);
      const value = found === 16 ? lengths[lengths.length - 1] : 0;
      for (let i = 0; i < again; i++) lengths.push(value);
    }
    return [codes(lengths.slice(0, literals)), codes(lengths.slice(literals))];
  }

  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) {
      hold = have = 0;
      const length = bytes[at] | (bytes[at + 1] << 8);
      at += 4;
      for (let i = 0; i < length; i++) out[filled++] = bytes[at++];
      continue;
    }
    const [literal, distance] = tables(kind);
    for (let found = symbol(literal); found !== 256; found = symbol(literal)) {
      if (found < 256) { out[filled++] = found; continue; }
      const length = lengthBase[found - 257] + bits(lengthExtra[found - 257]);
      const code = symbol(distance);
      const back = distanceBase[code] + bits(distanceExtra[code]);
      for (let i = 0; i < length; i++, filled++) out[filled] = out[filled - back];
    }
  }
  return out;
}
