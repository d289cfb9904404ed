// crossfilter2 over typed arrays, the way it is quickest.

window.crossfiltered = () => {
  let columns;
  let dimensions;
  let groups;
  let views;

  const read = () => {
    views = Object.fromEntries(Object.entries(groups).map(([view, group]) => [view, group.all()]));
    views.top = dimensions.amount.top(20);
  };

  const filter = (operation) => {
    if (operation.op === "clear") {
      for (const dimension of Object.values(dimensions)) dimension.filterAll();
      return;
    }
    const { dim, lo, hi, values } = operation;
    const dimension = dimensions[dim];
    if (operation.op === "range") {
      const scale = dim === "amount" ? 1e8 : 1;
      if (lo === null) dimension.filterAll();
      else dimension.filterRange([lo * scale, hi * scale]);
    } else if (values === null) {
      dimension.filterAll();
    } else {
      const chosen = new Set(values.map((value) => columns[dim].numbers.get(value)));
      dimension.filterFunction((code) => chosen.has(code));
    }
  };

  return {
    load(bytes) {
      columns = readColumns(bytes);
      const rows = crossfilter(Array.from({ length: columns.rows }, (_, row) => row));
      const [country, industry, province] = [columns.country.codes, columns.industry.codes, columns.province.codes];
      const { month, amount } = columns;
      const width = columns.industry.values.length;
      dimensions = {
        country: rows.dimension((row) => country[row]),
        industry: rows.dimension((row) => industry[row]),
        province: rows.dimension((row) => province[row]),
        month: rows.dimension((row) => month[row]),
        amount: rows.dimension((row) => amount[row]),
      };
      groups = {
        country: dimensions.country.group(),
        industry: dimensions.industry.group().reduceSum((row) => (amount[row] > 0 ? amount[row] : 0)),
        month: dimensions.month.group(),
        hist: dimensions.amount.group(binOf),
        matrix: rows.dimension((row) => country[row] * width + industry[row]).group(),
      };
      read();
    },
    apply(operation) {
      filter(operation);
      read();
    },
    result() {
      const named = (all, name) => all.filter(({ value }) => value > 0).map(({ key, value }) => [name(key), value].flat());
      const width = columns.industry.values.length;
      return {
        country: named(views.country, (key) => columns.country.values[key]),
        industry: named(views.industry, (key) => columns.industry.values[key]),
        month: named(views.month, (key) => key),
        hist: named(views.hist.filter(({ key }) => key >= 0), (key) => BIN_STARTS[key] / 1e8),
        matrix: named(views.matrix, (key) => [columns.country.values[Math.floor(key / width)], columns.industry.values[key % width]]),
        // Of equal amounts it gives any.
        top: null,
        largest: views.top.map(columns.name),
      };
    },
  };
};
