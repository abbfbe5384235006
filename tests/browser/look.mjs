// Opens a page in a headless browser, on a desk and on a telephone, and says what axe-core and the keyboard find. Result as JSON.
// Its first word is the browser; then comes, for each page, how much is asked of it, and its file. How much: “all”; “desk”, what axe-core finds
// there; “barriers”, what it finds anywhere, and what the page asks for. One browser looks at all pages: of each there is a result, in their order.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [, , browser_path, ...asked] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: browser_path, args: ["--no-sandbox"] });
const all = [];
while (asked.length) all.push(await looked_at(asked.shift(), pathToFileURL(asked.shift()).href));
await browser.close();
console.log(JSON.stringify(all));

async function looked_at(much, address) {
  const found = { violations: [], requests: [], complaints: [] };
  const context = await browser.newContext();

  async function opened(width, height, colorScheme = "light") {
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    page.on("request", (r) => { if (r.url() !== address && !r.url().startsWith("data:")) found.requests.push(r.url()); });
    page.on("console", (m) => { if (["error", "warning"].includes(m.type())) found.complaints.push(m.text()); });
    page.on("pageerror", (e) => found.complaints.push(String(e)));
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    return page;
  }

  async function barriers(page, where) {
    await page.evaluate(axe);
    const result = await page.evaluate(() => globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],  // of what passes only how much did is asked: not every place is described
    }));
    found.rules_passed = result.passes.length;
    for (const v of result.violations) found.violations.push(`${where}: ${v.id}: ${v.help}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join("; ")}`);
  }

  const desk = await opened(1280, 900);
  await barriers(desk, "desk");
  if (much === "desk") return found;
  if (much === "all") await by_keyboard();
  async function by_keyboard() {
    found.fonts = await desk.evaluate(() => [...document.fonts].map((f) => `${f.family} ${f.weight} ${f.status}`));
    found.stops = [];
    for (let i = 0; i < 14; i++) {
      await desk.keyboard.press("Tab");
      found.stops.push(await desk.evaluate(() => {
        const e = document.activeElement;
        const seen = getComputedStyle(e).outlineStyle !== "none" || e.className === "skip";
        return { what: e.tagName.toLowerCase(), words: (e.getAttribute("aria-label") || e.textContent).trim().slice(0, 40), seen };
      }));
    }
    const hurried = await opened(1280, 900);
    await hurried.keyboard.press("Tab");
    await hurried.keyboard.press("Enter");
    found.after_skip = await hurried.evaluate(() => document.activeElement.id);
  }

  const telephone = await opened(320, 640);
  await barriers(telephone, "telephone");
  found.runs_over_at_320 = await telephone.evaluate(() => document.documentElement.scrollWidth > 320);
  found.drawings_at_320 = await telephone.evaluate(() => [...document.querySelectorAll("figure:has(svg)")].map((f) => [...f.querySelectorAll("svg")].map((e) => Math.round(e.getBoundingClientRect().width)).filter((w) => w > 0)));
  found.off_the_side = {};
  found.grounds = {};
  const off_the_side = (screen) => screen.evaluate(() => [...document.querySelectorAll("table, figure svg, .scrolled")]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 1)
    .map((e) => e.getAttribute("aria-label") || e.textContent.trim().slice(0, 40)));
  found.off_the_side[640] = await off_the_side(await opened(640, 450));  // a desk at twice the size
  for (const [width, height] of [[360, 740], [768, 1024], [1280, 900]]) {
    const screen = await opened(width, height);
    found.off_the_side[width] = await off_the_side(screen);
    if (width !== 1280) await barriers(screen, `${width} px`);
    const dark = await opened(width, height, "dark");
    await barriers(dark, `${width} px, dark`);
    found.grounds[width] = await dark.evaluate(() => [document.documentElement, ...document.querySelectorAll("figure svg")].map((e) => getComputedStyle(e).backgroundColor));
    if (width === 360) found.cards = await screen.evaluate(() => [...document.querySelectorAll("table:not(.kf) tbody td:not(:empty)")].map((e) => getComputedStyle(e).display));
  }
  if (much === "all") await with_larger_letters();
  async function with_larger_letters() {
    // where a table may be wider than the page
    const tablet = await opened(768, 1024);
    await tablet.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    found.scrolls_by_keyboard = await tablet.evaluate(() => {
      const wide = [...document.querySelectorAll(".scrolled")].filter((e) => e.scrollWidth > e.clientWidth);
      return wide.length > 0 && wide.every((e) => e.tabIndex === 0 && e.getAttribute("role") === "region" && e.getAttribute("aria-label"));
    });

    const large = await opened(1280, 900);
    await large.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    found.runs_over_at_200_percent = await large.evaluate(() => document.documentElement.scrollWidth > 1280);

    found.printed = (await desk.pdf({ format: "A4" })).length;
  }
  await context.close();
  return found;
}
