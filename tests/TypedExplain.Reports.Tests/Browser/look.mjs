// What is read off a page. These functions run inside of it, so each stands for itself.

// Structure, scripts and the texts of tables.
export function inspect() {
  const findings = [];
  const report = (kind, detail) => findings.push({ kind, detail });
  const text = element => element.textContent.replace(/\s+/g, ' ').trim();
  const tag = element => element.outerHTML.slice(0, 80);

  for (const script of document.scripts)
    report('script', tag(script));
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || /^\s*javascript:/i.test(value))
        report('script', `${name} of ${tag(element)}`);
    }
  }

  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => ({ level: Number(heading.tagName[1]), text: text(heading) }));
  let before = 0;
  for (const { level, text: words } of headings) {
    if (level > before + 1)
      report('heading', `h${level} "${words}" comes after ${before === 0 ? 'no heading' : `h${before}`}`);
    before = level;
  }
  if (headings.filter(({ level }) => level === 1).length !== 1)
    report('heading', `${headings.filter(({ level }) => level === 1).length} h1, not one`);

  const roles = { HEADER: 'banner', NAV: 'navigation', MAIN: 'main', ASIDE: 'complementary', FOOTER: 'contentinfo' };
  const inner = 'article, aside, main, nav, section';
  const landmarks = [...document.querySelectorAll('header, nav, main, aside, footer, [role]')]
    .filter(element => element.hasAttribute('role') || !(/HEADER|FOOTER/.test(element.tagName) && element.parentElement.closest(inner)))
    .map(element => element.getAttribute('role') ?? roles[element.tagName])
    .filter(role => Object.values(roles).includes(role) || role === 'region' || role === 'search');
  if (landmarks.filter(role => role === 'main').length !== 1)
    report('landmark', `${landmarks.filter(role => role === 'main').length} main, not one`);
  for (const [first, second] of [['banner', 'main'], ['main', 'contentinfo']]) {
    if (landmarks.includes(first) && landmarks.includes(second) && landmarks.indexOf(first) > landmarks.indexOf(second))
      report('landmark', `${first} comes after ${second}`);
  }

  const tables = [...document.querySelectorAll('table')].map(table => {
    const caption = table.caption ? text(table.caption) : '';
    if (!table.querySelector('th'))
      report('table', `no headers: ${tag(table)}`);
    return { caption, rows: [...table.rows].map(row => [...row.cells].map(text)) };
  });
  return { findings, headings, landmarks, tables };
}

// What makes the page wider than its window. What scrolls by itself, inside of an element, does not.
export function overflows(width) {
  const root = document.scrollingElement;
  const wide = Math.max(root.scrollWidth, document.body.scrollWidth);
  if (wide <= width)
    return [];
  const scrolls = element => {
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflowX !== 'visible')
        return true;
    }
    return false;
  };
  const guilty = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element));
  return [`the page is ${wide} wide${guilty.length ? `: ${guilty.at(-1).outerHTML.slice(0, 80)}` : ''}`];
}

// Short words in tables that stand in several lines: a column has become too narrow to be read.
export function broken() {
  const found = [];
  const walker = cell => document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (const cell of document.querySelectorAll('th, td')) {
    const texts = walker(cell);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const word of node.data.matchAll(/(?<!\S)[\p{L}\p{N}.,+]{2,20}(?!\S)/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 4))).size > 1)
          found.push(`"${word[0]}" is broken in a table: ${cell.outerHTML.slice(0, 80)}`);
      }
    }
  }
  return found.slice(0, 3);
}

export const paper = {
  // The margins that the page asks for on paper, in pixels; 10 mm where it does not.
  margin: () => {
    const probe = document.body.appendChild(document.createElement('div'));
    const margin = { top: 0, right: 0, bottom: 0, left: 0 };
    for (const side of Object.keys(margin)) {
      let asked = '';
      for (const sheet of document.styleSheets) {
        for (const rule of sheet.cssRules) {
          if (rule instanceof CSSPageRule && !rule.selectorText)
            asked = rule.style.getPropertyValue(`margin-${side}`) || asked;
        }
      }
      probe.style.width = asked || '10mm';
      margin[side] = probe.getBoundingClientRect().width;
    }
    probe.remove();
    return margin;
  },

  // Figures that a page break may cut: those that do not avoid it, and those that no page is long enough for.
  cuts: length => {
    const found = [];
    for (const figure of document.querySelectorAll('figure, svg, img')) {
      const { height } = figure.getBoundingClientRect();
      if (height === 0)
        continue;
      const name = figure.outerHTML.slice(0, 80);
      if (height > length)
        found.push(`${Math.round(height)} pixels are longer than a page: ${name}`);
      let avoids = figure.tagName !== 'FIGURE'; // an image is never cut unless it is longer than a page
      for (let outer = figure; outer && !avoids; outer = outer.parentElement)
        avoids = /^avoid/.test(getComputedStyle(outer).breakInside);
      if (!avoids)
        found.push(`a break may cut ${name}`);
    }
    return found;
  },
};
