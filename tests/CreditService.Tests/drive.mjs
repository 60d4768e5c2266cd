// Uses the sample as people do who have no mouse, and looks at each page: narrow and wide, light and dark, by the rules of axe-core.
// usage: node drive.mjs ADDRESS MODULES CHROMIUM FOLDER. Prints { "steps", "findings" } and leaves screenshots in the folder.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, overflows } from '../TypedExplain.Reports.Tests/Browser/look.mjs';

const [, , address, modules, executablePath, folder] = process.argv;
const require = createRequire(join(modules, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const colors = ['color-contrast', 'link-in-text-block'];

const steps = [];
const findings = [];
const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({ colorScheme: 'light', serviceWorkers: 'block' });
const page = await context.newPage();
page.setDefaultTimeout(90_000);
page.on('console', message => findings.push(`console: ${message.type()}: ${message.text()}`));
page.on('pageerror', error => findings.push(`console: ${error.message}`));
page.on('request', request => {
  if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
    findings.push(`request: ${request.url()}`);
});

try {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${address}/`);
  await page.keyboard.press('Tab');
  if (!await page.evaluate(() => document.activeElement.matches('.skip')))
    findings.push('keyboard: the first stop is not the link to the content');
  await look('application');
  steps.push(await heading());

  // A form that is wrong: the summary leads to the fields.
  await type('#Age', '7');
  await press('main button', 'Enter');
  await look('errors');
  const wrong = await page.locator('.summary li').count();
  await press('.summary a', 'Enter', false);
  steps.push(`${(await page.title()).split(' –')[0]}, ${wrong} wrong, focus on ${await page.evaluate(() => document.activeElement.id)}, kept ${await page.inputValue('#Age')}`);

  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('41');
  for (const [field, text] of [['Income', '21000'], ['Amount', '9000'], ['Term', '24'], ['Employment', '3'], ['Work', 'Empl'], ['Housing', 'Rent'], ['Savings', 'Below 1,'], ['OtherLoans', '2'], ['HasDefaulted', 'No']])
    await type(`#${field}`, text);
  await press('main button', 'Enter');
  await look('decision');
  steps.push(await heading());
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: join(folder, 'decision-print.png'), fullPage: true });
  await page.emulateMedia({ media: 'screen' });

  await press('form[action="/report"] button', 'Enter');
  await look('report');
  steps.push(`Report: ${await heading()}`);

  await page.goto(`${address}/`);
  await press('header nav a[href="/validator"]', 'Enter');
  await page.waitForLoadState();
  for (let tries = 0; tries < 60 && await page.locator('main > p.note').count() > 0; tries++) {
    await page.waitForTimeout(1000);
    await page.reload();
  }
  await look('validator');
  await press('table button', 'Enter');
  await look('replay');
  steps.push(await page.locator('main strong').first().innerText());
  for (const name of ['drift', 'audit']) {
    await page.goto(`${address}/validator/${name}`);
    await look(name);
    steps.push(await heading());
  }
} finally {
  await browser.close();
}

console.log(JSON.stringify({ steps, findings }));

async function heading() {
  return (await page.locator('h1').innerText()).trim();
}

// Goes on with the Tab key until an element has the focus; each stop on the way must show that it has it.
async function reach(selector) {
  for (let stops = 0; stops < 80; stops++) {
    const [isThere, isShown, tag] = await page.evaluate(wanted => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return [element.matches(wanted), element === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2), element.outerHTML.slice(0, 80)];
    }, selector);
    if (!isShown)
      findings.push(`keyboard: the focus does not show on ${tag}`);
    if (isThere)
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} of ${page.url()} is not reached with the Tab key.`);
}

async function type(selector, text) {
  await reach(selector);
  await page.keyboard.type(text);
}

async function press(selector, key, leaves = true) {
  await reach(selector);
  if (leaves)
    await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
  else
    await page.keyboard.press(key);
}

async function look(name) {
  const seen = await page.evaluate(inspect);
  for (const { kind, detail } of seen.findings)
    findings.push(`${name}: ${kind}: ${detail}`);
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const detail of await page.evaluate(overflows, width))
        findings.push(`${name}: reflow at ${width}: ${detail}`);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true, animations: 'disabled' });
      const options = { resultTypes: ['violations'], ...colorScheme === 'dark' ? { runOnly: colors } : {} };
      const { violations } = await page.evaluate(given => window.axe.run(document, given), options);
      for (const { id, help, nodes } of violations)
        findings.push(`${name}: axe ${id} (${colorScheme}, ${width}): ${help}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join('; ')}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
