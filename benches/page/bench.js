// `window.bench`: the engine and the charts, for a script of operations. `engineMs` is until all six views can be drawn;
// `frameMs` is the work from the call to the first task after the frame that shows it, without the wait for the frame.

import init, { Bench, Waiting } from "./inward_bench_page.js";

const canvases = [...document.querySelectorAll("canvas")];
const list = document.querySelector("ol");
let open;
let waiting;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

/** As a page does that has its list from a framework: its texts stay, and get other words where these differ. */
function write(list, names) {
  while (list.children.length < names.length) list.append(document.createElement("li"));
  [...list.children].forEach((item, place) => {
    const text = item.firstChild ?? item.appendChild(new Text());
    const name = names[place] ?? "";
    if (text.data !== name) text.data = name;
  });
}

function draw() {
  write(list, open.draw(canvases));
}

function apply({ op, dim, values, lo, hi, phase }) {
  if (op === "set") return open.set(dim, values ?? undefined);
  if (op === "range") return open.range(dim, lo ?? undefined, hi ?? undefined, phase === "start" || phase === "move");
  return open.clear();
}

async function loadBytes(bytes) {
  open?.free();
  open = undefined;
  const start = performance.now();
  open = await Bench.open(new Blob([bytes]), waiting);
  waiting = undefined;
  const read = performance.now();
  draw();
  await nextFrame();
  await nextTask();
  return { rows: open.rows(), readMs: read - start, loadMs: performance.now() - start };
}

async function frameMs(work) {
  await nextFrame();
  await nextTask();
  const start = performance.now();
  work();
  const drawn = performance.now();
  await nextFrame();
  const frame = performance.now();
  await nextTask();
  return drawn - start + (performance.now() - frame);
}

async function ops(script) {
  const times = [];
  for (const operation of script) {
    const time = {};
    time.frameMs = await frameMs(() => {
      time.engineMs = apply(operation);
      draw();
    });
    times.push(time);
  }
  return times;
}

const { memory } = await init();
// As the page does when it is asked to open a ledger; the first one has it.
waiting = Waiting.start();
window.bench = {
  load: (csvText) => loadBytes(new TextEncoder().encode(csvText)),
  loadBytes,
  ops,
  frameMs,
  write,
  result: () => open.result(),
  memoryBytes: () => memory.buffer.byteLength,
};
window.benchReady = true;
