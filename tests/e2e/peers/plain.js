// What a good engineer would write without a library: a byte a row says which filters reject it, and one loop adds up all
// six views.

window.plainJavaScript = () => {
  const MONTHS = 256;
  const TOP = 20;
  const FIELDS = ["country", "industry", "province", "month", "amount"];
  let columns;
  let rejected;
  let views;

  const bitOf = (field) => 1 << FIELDS.indexOf(field);

  const accept = (bit) => {
    for (let row = 0; row < columns.rows; row += 1) rejected[row] &= ~bit;
  };

  const acceptRange = (bit, numbers, lo, hi) => {
    for (let row = 0; row < columns.rows; row += 1) {
      if (numbers[row] >= lo && numbers[row] < hi) rejected[row] &= ~bit;
      else rejected[row] |= bit;
    }
  };

  const acceptChosen = (bit, codes, isChosen) => {
    for (let row = 0; row < columns.rows; row += 1) {
      if (isChosen[codes[row]] === 1) rejected[row] &= ~bit;
      else rejected[row] |= bit;
    }
  };

  const filter = ({ op, dim, lo, hi, values }) => {
    if (op === "clear") {
      rejected.fill(0);
    } else if (lo === null || values === null) {
      accept(bitOf(dim));
    } else if (op === "range") {
      const scale = dim === "amount" ? 1e8 : 1;
      acceptRange(bitOf(dim), columns[dim], lo * scale, hi * scale);
    } else {
      const isChosen = Uint8Array.from(columns[dim].values, (value) => values.includes(value));
      acceptChosen(bitOf(dim), columns[dim].codes, isChosen);
    }
  };

  const addUp = () => {
    const [country, industry] = [columns.country.codes, columns.industry.codes];
    const { month, amount, bin } = columns;
    const width = columns.industry.values.length;
    const next = {
      country: new Uint32Array(columns.country.values.length),
      industry: new Float64Array(width),
      month: new Uint32Array(MONTHS),
      hist: new Uint32Array(BIN_STARTS.length),
      matrix: new Uint32Array(columns.country.values.length * width),
      top: [],
    };
    const { top } = next;
    let least = -1;
    for (let row = 0; row < columns.rows; row += 1) {
      const by = rejected[row];
      if (by === 0) {
        next.matrix[country[row] * width + industry[row]] += 1;
        if (amount[row] > least) {
          let place = top.length;
          while (place > 0 && amount[top[place - 1]] < amount[row]) place -= 1;
          top.splice(place, 0, row);
          if (top.length > TOP) top.pop();
          if (top.length === TOP) least = amount[top[TOP - 1]];
        }
      }
      if ((by & ~1) === 0) next.country[country[row]] += 1;
      if ((by & ~2) === 0 && amount[row] > 0) next.industry[industry[row]] += amount[row];
      if ((by & ~8) === 0) next.month[month[row]] += 1;
      if ((by & ~16) === 0 && bin[row] >= 0) next.hist[bin[row]] += 1;
    }
    views = next;
  };

  return {
    load(bytes) {
      columns = readColumns(bytes);
      rejected = new Uint8Array(columns.rows);
      addUp();
    },
    apply(operation) {
      filter(operation);
      addUp();
    },
    result() {
      const named = (sums, name) => Array.from(sums, (sum, place) => [name(place), sum].flat()).filter((group) => group.at(-1) > 0);
      const width = columns.industry.values.length;
      return {
        country: named(views.country, (place) => columns.country.values[place]),
        industry: named(views.industry, (place) => columns.industry.values[place]),
        month: named(views.month, (place) => place),
        hist: named(views.hist, (place) => BIN_STARTS[place] / 1e8),
        matrix: named(views.matrix, (place) => [columns.country.values[Math.floor(place / width)], columns.industry.values[place % width]]),
        top: views.top.map((row) => [columns.id(row)]),
        largest: views.top.map(columns.name),
      };
    },
  };
};
