// Compiles the specifications of pictures with Vega-Lite and runs them with Vega, without a screen.
// usage: node vega.mjs MODULES FOLDER, where FOLDER has NAME.json, each as Picture.ToJson gives it. Prints for each what Vega-Lite and Vega
// complain of, and for each layer how many data it has and how many of them became marks.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, folder] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const load = async name => import(pathToFileURL(require.resolve(name)));
const vega = await load('vega');
const { compile } = await load('vega-lite');

// How many items marks of a name have; a line has its points in groups.
function count(mark, name) {
  const own = mark.name === name ? mark.items.length : 0;
  return own + (mark.items ?? []).reduce((sum, item) => sum + (item.items ?? []).reduce((inner, next) => inner + count(next, name), 0), 0);
}

const seen = [];
for (const file of readdirSync(folder).filter(name => name.endsWith('.json')).sort()) {
  const complaints = [];
  // The width of a container is asked of a window, which is not there.
  const say = kind => (...words) => { if (words[0] !== 'Can not resolve event source: window') complaints.push(`${kind}: ${words.join(' ')}`); return logger; };
  const logger = { level: () => logger, error: say('error'), warn: say('warning'), info: () => logger, debug: () => logger };
  const { vegaLite } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const layers = [];
  try {
    const view = new vega.View(vega.parse(compile(vegaLite, { logger }).spec), { renderer: 'none', logger });
    await view.runAsync();
    const root = view.scenegraph().root;
    vegaLite.layer.forEach(({ mark, data }, i) => layers.push({ mark: mark.type, data: data.values.length, marks: count(root, `layer_${i}_marks`) }));
    view.finalize();
  } catch (error) {
    complaints.push(`error: ${error.message}`);
  }
  seen.push({ name: file.replace(/\.json$/, ''), complaints, layers });
}
console.log(JSON.stringify(seen));
