// Five of a peer's views as charts of ECharts, the way it is quickest: nothing moves, only numbers are replaced, and all of it
// is painted at once. The sixth is a list.

window.drawnWithECharts = (first) => {
  const [WIDTH, HEIGHT] = [560, 320];
  const keysOf = (view, column) => [...new Set(first[view].map((group) => group[column]))];
  const axes = {
    country: { category: keysOf("country", 0), lies: true },
    industry: { category: keysOf("industry", 0), lies: true },
    month: { category: keysOf("month", 0).sort((left, right) => left - right) },
    hist: { category: keysOf("hist", 0).sort((left, right) => left - right) },
  };
  const [countries, industries] = [axes.country.category, axes.industry.category];
  const place = (keys) => new Map(keys.map((key, at) => [key, at]));
  const places = Object.fromEntries(Object.entries(axes).map(([view, { category }]) => [view, place(category)]));

  const chartOf = (option) => {
    const element = document.createElement("div");
    document.body.append(element);
    const chart = echarts.init(element, null, { width: WIDTH, height: HEIGHT });
    chart.setOption({ animation: false, grid: { left: 90, right: 20, top: 20, bottom: 40 }, ...option });
    return chart;
  };
  const charts = Object.fromEntries(
    Object.entries(axes).map(([view, { category, lies }]) => {
      const [named, measured] = [{ type: "category", data: category }, { type: "value" }];
      const [xAxis, yAxis] = lies ? [measured, named] : [named, measured];
      return [view, chartOf({ xAxis, yAxis, series: [{ type: "bar", data: [] }] })];
    }),
  );
  const most = Math.max(...first.matrix.map((group) => group[2]));
  const matrix = chartOf({
    xAxis: { type: "category", data: industries },
    yAxis: { type: "category", data: countries },
    visualMap: { min: 0, max: most, show: false },
    series: [{ type: "heatmap", data: [] }],
  });
  const list = document.body.appendChild(document.createElement("ol"));

  const show = (chart, data) => {
    chart.setOption({ series: [{ data }] });
    chart.getZr().flush();
  };
  return (views) => {
    for (const [view, chart] of Object.entries(charts)) {
      const data = new Array(axes[view].category.length).fill(0);
      for (const [key, value] of views[view]) data[places[view].get(key)] = value;
      show(chart, data);
    }
    const cells = views.matrix.map(([country, industry, value]) => [places.industry.get(industry), places.country.get(country), value]);
    show(matrix, cells);
    window.bench.write(list, views.largest);
  };
};
