// The columns of a ledger without quoted cells, as whoever compares the peers reads them: typed arrays of codes.

/** The half-open ranges of amounts begin at 1, 2, 5, 10 … yuan; those of what is less, or not stated, at none. */
const BIN_STARTS = Array.from({ length: 60 }, (_, bin) => Number(`${[1, 2, 5][bin % 3]}e${Math.floor(bin / 3)}`));

/** The last range that begins at most at so many yuan; -1 where none does. */
function binOf(amount) {
  let bin = -1;
  while (bin < BIN_STARTS.length - 1 && BIN_STARTS[bin + 1] <= amount) bin += 1;
  return bin;
}

/** Reads UTF-8, byte by byte; `amount` is in yuan, and -1 where there is none. */
function readColumns(bytes) {
  const [COMMA, NEWLINE, POINT, ZERO] = [44, 10, 46, 48];
  const decoder = new TextDecoder();
  const headerEnd = bytes.indexOf(NEWLINE);
  const names = decoder.decode(bytes.subarray(0, headerEnd)).split(",");
  const most = bytes.length >> 5;
  const trees = Array.from({ length: 3 }, () => ({ codes: new Uint8Array(most), values: [], numbers: new Map(), byHash: new Map() }));
  const [country, province, industry] = trees;
  const treeOf = { partner_country: country, host_province: province, industry };
  const treesByPlace = names.map((name) => treeOf[name]);
  const [idPlace, namePlace, datePlace, amountPlace] = ["id", "name", "signed_on", "amount_cny_100m"].map((name) => names.indexOf(name));
  const [month, bin, amount] = [new Uint8Array(most), new Int8Array(most), new Float64Array(most)];
  const texts = () => ({ starts: new Uint32Array(most), ends: new Uint32Array(most) });
  const [ids, projects] = [texts(), texts()];
  let row = 0;
  let at = headerEnd + 1;
  while (at < bytes.length) {
    for (let place = 0; place < names.length; place += 1, at += 1) {
      const start = at;
      const tree = treesByPlace[place];
      if (tree !== undefined) {
        let hash = 0;
        for (; bytes[at] !== COMMA && bytes[at] !== NEWLINE; at += 1) hash = (Math.imul(hash, 31) + bytes[at]) | 0;
        let code = tree.byHash.get(hash);
        if (code === undefined) {
          const value = decoder.decode(bytes.subarray(start, at));
          code = tree.values.push(value) - 1;
          tree.byHash.set(hash, code);
          tree.numbers.set(value, code);
        }
        tree.codes[row] = code;
      } else if (place === amountPlace) {
        // In hundreds of millions of yuan, with up to eight decimals.
        let number = 0;
        let decimals = -1;
        for (; bytes[at] !== COMMA && bytes[at] !== NEWLINE; at += 1) {
          if (bytes[at] === POINT) {
            decimals = 0;
          } else {
            number = number * 10 + bytes[at] - ZERO;
            if (decimals >= 0) decimals += 1;
          }
        }
        amount[row] = at === start ? -1 : number * 10 ** (8 - Math.max(decimals, 0));
        bin[row] = binOf(amount[row]);
      } else {
        at += place === datePlace ? 10 : 0;
        while (bytes[at] !== COMMA && bytes[at] !== NEWLINE) at += 1;
        if (place === datePlace) {
          const digit = (position) => bytes[start + position] - ZERO;
          month[row] = (digit(2) * 10 + digit(3) - 10) * 12 + digit(5) * 10 + digit(6) - 1;
        } else if (place === idPlace || place === namePlace) {
          const { starts, ends } = place === idPlace ? ids : projects;
          starts[row] = start;
          ends[row] = at;
        }
      }
    }
    row += 1;
  }
  const cut = (column) => column.subarray(0, row);
  const cutCodes = ({ codes, values, numbers }) => ({ codes: cut(codes), values, numbers });
  const textsOf = ({ starts, ends }) => (row) => decoder.decode(bytes.subarray(starts[row], ends[row]));
  return {
    rows: row,
    id: textsOf(ids),
    name: textsOf(projects),
    country: cutCodes(country),
    province: cutCodes(province),
    industry: cutCodes(industry),
    month: cut(month),
    amount: cut(amount),
    bin: cut(bin),
  };
}
