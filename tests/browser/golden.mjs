// The golden pages in the browser: among them are those that a visit cannot bring
// about, such as what is said while the database is down.
import fs from "node:fs";
import { axeFaults, scrollFaults, widths } from "./audit.mjs";

const folder = new URL("../golden/", import.meta.url);
const place = "/consultations/golden/";

// A page that shows a golden file at an address of the site, with its style and
// script.
async function arrive(browser, origin) {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();

  await page.route(
    (address) => address.pathname.startsWith(place),
    (route) => {
      const name = new URL(route.request().url()).pathname.slice(place.length);
      const body = fs.readFileSync(new URL(name, folder));
      return route.fulfill({ contentType: "text/html; charset=utf-8", body });
    },
  );
  return page;
}

export async function readGolden(browser, origin, report) {
  const names = fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html"));
  const page = await arrive(browser, origin);

  report.expect("there are golden pages", names.length > 0, "none was found");
  for (const name of names) {
    const faults = [];
    await page.goto(place + name);
    if (!(await page.evaluate(() => document.styleSheets.length)))
      faults.push("it has no style sheet");
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await axeFaults(page)), ...(await scrollFaults(page)));
    }
    report.check(`golden: ${name}`, faults);
  }
  await page.context().close();
}
