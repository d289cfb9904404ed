// The page on screens of every width, enlarged, with the colours and the contrast that a reader's system asks for.

import { GERMAN_PROJECTS, expect, test } from "../page.mjs";

/** Widths and heights in CSS pixels. */
const SCREENS = [
  { name: "the narrowest phone", width: 360, height: 640 },
  { name: "a phone", width: 390, height: 844 },
  { name: "a notebook at 200 %", width: 720, height: 450 },
  { name: "a tablet", width: 1024, height: 768 },
  { name: "a notebook", width: 1440, height: 900 },
  { name: "a large screen", width: 2560, height: 1440 },
];

for (const { name, width, height } of SCREENS) {
  for (const locale of ["en", "zh-CN"]) {
    test.describe(`${name}, ${locale}`, () => {
      test.use({ locale, viewport: { width, height } });

      test("has nothing cut, nothing laid over another, and nothing to scroll sideways", async ({ inward }) => {
        await inward.open("country=DEU&measure=amount&v=1");
        await inward.everyChart();
        expect.soft(await inward.page.evaluate(sideways)).toEqual([]);
        expect.soft(await inward.page.evaluate(cut)).toEqual([]);
        expect.soft(await inward.page.evaluate(overlapping)).toEqual([]);
      });
    });
  }
}

test("nothing moves by itself while the page loads, and when its later part arrives", async ({ inward }) => {
  await inward.page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) window.shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "")]);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await inward.load();
  await inward.frame();
  await inward.arrive();
  await inward.everyChart();
  await inward.frame();
  expect(await inward.page.evaluate(() => window.shifts)).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ locale: "en", viewport: { width: 390, height: 844 } });

  test("the header leaves the screen to what is below, and keeps its choices behind a button", async ({ inward }) => {
    await inward.open();
    const header = inward.page.locator("header");
    expect((await header.boundingBox()).height).toBeLessThan(844 / 6);
    await expect(inward.themeChoice).toBeHidden();
    await inward.headerMore.click();
    await expect(inward.headerMore).toHaveAttribute("aria-expanded", "true");
    await inward.languageButton("zh-CN").click();
    await expect(inward.root).toHaveAttribute("lang", "zh-CN");
    await inward.shareButton.click();
    const menu = await inward.page.locator(".header .menu > div").boundingBox();
    expect(menu.x).toBeGreaterThanOrEqual(0);
    expect(menu.x + menu.width).toBeLessThanOrEqual(390);
  });

  test("the key figures leave no place empty", async ({ inward }) => {
    await inward.open();
    const { strip, figures } = await inward.page.evaluate(() => {
      const area = (element) => element.clientWidth * element.clientHeight;
      const figures = [...document.querySelectorAll(".kpi")];
      return { strip: area(document.querySelector(".kpis dl")), figures: figures.reduce((sum, figure) => sum + area(figure), 0) };
    });
    // What is left are the lines between them.
    expect(figures / strip).toBeGreaterThan(0.97);
  });
});

test.describe("with the colours of the system", () => {
  test.use({ locale: "en" });

  test("what is pressed, chosen or counted is told from what is not", async ({ inward }) => {
    await inward.page.emulateMedia({ forcedColors: "active" });
    await inward.open("country=DEU&v=1");
    await inward.everyChart();
    const background = (locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);
    const [pressed, unpressed] = [inward.currencyButton("CNY"), inward.currencyButton("USD")];
    expect(await background(pressed)).not.toBe(await background(unpressed));
    const { figure } = inward.chart("countries");
    expect(await background(figure.locator('.card-switches [aria-pressed="true"]').first())).toBe(await background(pressed));
    expect(await background(figure.locator('.card-switches [aria-pressed="false"]').first())).toBe(await background(unpressed));
    // The bar of a count is as long as the count says, not as wide as its column.
    const bar = await inward.option("country", "DEU").locator(".share").evaluate((share) => {
      const { backgroundImage, backgroundColor } = getComputedStyle(share);
      return { backgroundImage, backgroundColor };
    });
    expect(bar).toEqual({ backgroundImage: expect.stringContaining("gradient"), backgroundColor: "rgba(0, 0, 0, 0)" });
    await inward.cells("name").first().click();
    expect(await background(inward.openRow)).not.toBe(await background(inward.projectRows.nth(3)));
    const colors = await inward.openRow.evaluate((row) => [...row.querySelectorAll("*")].map((element) => getComputedStyle(element).color));
    expect(new Set(colors)).toEqual(new Set([await inward.openRow.evaluate((row) => getComputedStyle(row).color)]));
    await inward.page.keyboard.press("Escape");
    await inward.tabTo(inward.chart("events").canvas, "Shift+Tab");
    expect(await inward.chart("events").canvas.evaluate((canvas) => getComputedStyle(canvas).outlineStyle)).toBe("solid");
  });

  test("more contrast, where it is preferred, leaves no muted text", async ({ inward }) => {
    const color = () => inward.page.locator(".finding").first().evaluate((finding) => getComputedStyle(finding).color);
    const ink = () => inward.page.evaluate(() => getComputedStyle(document.body).color);
    await inward.open();
    expect(await color()).not.toBe(await ink());
    await inward.page.emulateMedia({ contrast: "more" });
    expect(await color()).toBe(await ink());
  });
});

test("a chart is where it will be at once where the reader prefers no motion", async ({ inward }) => {
  // As for all tests; the next one shows that the marks move otherwise.
  expect(await framesOfChange(inward)).toBeLessThanOrEqual(2);
});

test("a chart moves to where it will be where motion is welcome", async ({ inward }) => {
  await inward.page.emulateMedia({ reducedMotion: "no-preference" });
  // A machine that is busy with other tests may draw too few pictures while a motion lasts.
  await expect(async () => expect(await framesOfChange(inward)).toBeGreaterThan(2)).toPass({ timeout: 40_000 });
});

/** How many pictures of the timeline a filter makes on its way. */
async function framesOfChange(inward) {
  await inward.open();
  await inward.everyChart();
  await inward.page.evaluate(() => {
    const canvas = document.querySelector('figure[data-chart="timeline"] canvas');
    const context = canvas.getContext("2d");
    window.pictures = 0;
    const clear = context.clearRect;
    context.clearRect = (...box) => {
      window.pictures += 1;
      clear.apply(context, box);
    };
  });
  await inward.box("country", "DEU").check();
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  // Longer than any motion of the page.
  for (let frame = 0; frame < 30; frame += 1) await inward.frame();
  return inward.page.evaluate(() => window.pictures);
}

function sideways() {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1);
  return wide.map((element) => element.outerHTML.slice(0, 100));
}

/** Texts that are wider than their place. What ends in dots says the whole in a tooltip or in the details. */
function cut() {
  const found = [];
  for (const element of document.querySelectorAll("button, h1, h2, h3, p, dt, dd, label, summary, th, .tag")) {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) || element.closest(".visually-hidden, .skip")) continue;
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) found.push(`${element.outerHTML.slice(0, 120)} ${element.scrollWidth} > ${element.clientWidth}`);
  }
  return found;
}

/** Controls of which one lies over another. */
function overlapping() {
  const controls = [...document.querySelectorAll("button, input, select, summary, a[href]")].filter(
    (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !element.closest(".visually-hidden, .skip, .values-all, .projects-grid"),
  );
  const boxes = controls.map((element) => element.getBoundingClientRect());
  const found = [];
  for (let one = 0; one < controls.length; one += 1) {
    for (let other = one + 1; other < controls.length; other += 1) {
      const [left, right] = [boxes[one], boxes[other]];
      if (controls[one].contains(controls[other])) continue;
      const across = Math.min(left.right, right.right) - Math.max(left.left, right.left);
      const down = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top);
      // Buttons of one choice share their border.
      if (across > 1.5 && down > 1.5) found.push(`${controls[one].outerHTML.slice(0, 80)} | ${controls[other].outerHTML.slice(0, 80)}`);
    }
  }
  return found;
}
