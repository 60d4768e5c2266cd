// Looks at pages as readers do, in Chromium: narrow and wide, light and dark, on paper, and by the rules of axe-core.
// usage: node check.mjs FOLDER, where FOLDER has pages.json: { "modules", "chromium", "pages": [{ "name", "file", "isShot" }] }. Writes
// NAME.json with what was found into the folder, and screenshots and PDFs of pages that are shot. A page is served with a policy that allows it nothing but itself.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken, inspect, overflows, paper } from './look.mjs';

const folder = process.argv[2];
const { modules, chromium: executablePath, pages } = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8'));
const require = createRequire(join(modules, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const height = 800;
const colors = ['color-contrast', 'link-in-text-block']; // all that the dark scheme changes
const widths = [320, 640]; // CSS pixels of a window 1280 wide, at 400 % and 200 %
const millimeter = 96 / 25.4;
const papers = [{ format: 'A4', width: 210, height: 297 }, { format: 'Letter', width: 215.9, height: 279.4 }];

const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const waiting = [...pages];
  const work = async () => {
    const context = await browser.newContext({ colorScheme: 'light', serviceWorkers: 'block' });
    for (let next = waiting.shift(); next; next = waiting.shift())
      writeFileSync(join(folder, `${next.name}.json`), JSON.stringify(await check(context, next), null, 1));
  };
  await Promise.all([work(), work()]); // of two pages one lays out while the other is written down
} finally {
  await browser.close();
}

async function check(context, { name, file, isShot }) {
  const findings = [];
  const shots = [];
  const report = (kind, detail) => findings.push({ kind, detail });
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width: 1280, height });
    const address = `https://pages.invalid/${encodeURIComponent(name)}.html`;
    page.on('console', message => report('console', `${message.type()}: ${message.text()}`));
    page.on('pageerror', error => report('console', `error: ${error.message}`));
    page.on('request', request => {
      if (request.url() !== address && !request.url().startsWith('data:'))
        report('request', request.url());
    });
    await page.route('**/*', route => route.request().url() === address
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': policy }, body: readFileSync(file, 'utf8') })
      : route.abort());
    await page.goto(address);

    const seen = await page.evaluate(inspect);
    await page.evaluate(axe);
    for (const { kind, detail } of seen.findings)
      report(kind, detail);

    for (const scheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height });
        await shoot(page, `${name}-${width}-${scheme}.png`);
      }
      await page.setViewportSize({ width: 1280, height });
      await accessible(page, scheme);
    }

    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true; }));
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      for (const detail of await page.evaluate(broken))
        report('reflow', `at ${width} pixels: ${detail}`);
      for (const detail of await page.evaluate(overflows, width))
        report('reflow', `at ${width} pixels: ${detail}`);
    }

    await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = false; }));
    await print(page);
    return { name, findings, headings: seen.headings, landmarks: seen.landmarks, tables: seen.tables, shots };
  } finally {
    await page.close();
  }

  async function shoot(page, shot) {
    if (!isShot)
      return;
    await page.screenshot({ path: join(folder, shot), fullPage: true, animations: 'disabled' });
    shots.push(shot);
  }

  async function accessible(page, scheme) {
    const options = { resultTypes: ['violations'], iframes: false, ...scheme === 'dark' ? { runOnly: colors } : {} };
    const { violations } = await page.evaluate(given => window.axe.run(document, given), options);
    for (const { id, help, nodes } of violations)
      report('axe', `${id} (${scheme}): ${help}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join('; ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`);
  }

  // Paper is laid out in the width that its margins leave, which is what the PDF does, and there no figure may be cut.
  async function print(page) {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    for (const { format, width, height: length } of papers) {
      const margin = await page.evaluate(paper.margin);
      const inner = Math.floor(width * millimeter - margin.left - margin.right);
      await page.setViewportSize({ width: inner, height });
      for (const detail of await page.evaluate(paper.cuts, length * millimeter - margin.top - margin.bottom))
        report('print', `on ${format}: ${detail}`);
      for (const detail of await page.evaluate(overflows, inner))
        report('print', `on ${format}: ${detail}`);
      if (format === 'A4')
        await shoot(page, `${name}-print.png`);
      if (!isShot)
        continue;
      await page.pdf({ path: join(folder, `${name}-${format}.pdf`), format, margin });
      shots.push(`${name}-${format}.pdf`);
    }
  }
}
