// Makes pages of the documentation: node docs.mjs DOCS OUT. A page each, with the same name, the images, and index.html, a list of them.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';

const [from, to] = process.argv.slice(2);

/** The files in the order of the list: what is looked for first, first. */
const FIRST = [
  'model',
  'small-models',
  'networks',
  'formulas',
  'training-data',
  'networks-of-your-own',
  'java',
  'literature',
];

/** A link leads to the page of a file here; what is elsewhere in the sources is named, not linked. */
const links = {
  walkTokens(token) {
    if (token.type === 'link') token.href = token.href.replace(/^([\w-]+)\.md(?=#|$)/, '$1.html');
  },
  renderer: {
    link({ href, tokens }) {
      return href.startsWith('../') ? this.parser.parseInline(tokens) : false;
    },
    table(token) {
      return `<div class="wide">${Object.getPrototypeOf(this).table.call(this, token)}</div>`;
    },
  },
};

const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

function page(title, body) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escape(title)} · EoS Lab</title>
    <link rel="icon" href="../icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="docs.css" />
  </head>
  <body>
    <nav><a href="../index.html">EoS Lab</a> <a href="index.html">Documentation</a></nav>
    <main>
${body}
    </main>
  </body>
</html>
`;
}

mkdirSync(to, { recursive: true });
const entries = readdirSync(from)
  .filter(name => name.endsWith('.md'))
  .map(name => {
    const text = readFileSync(join(from, name), 'utf8');
    const marked = new Marked(gfmHeadingId(), links);
    const [title] = /(?<=^# ).*/m.exec(text) ?? [name];
    writeFileSync(join(to, name.replace('.md', '.html')), page(title, marked.parse(text)));
    const [, opening] = marked.lexer(text).filter(token => token.type !== 'space');
    const first = opening?.type === 'paragraph' ? opening.text : '';
    const about = marked.parseInline(/^.*?[.:](?=\s|$)/s.exec(first)?.[0].replace(/:$/, '.') ?? first);
    return { name: name.replace('.md', ''), title, about };
  })
  .sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title));

function place({ name }) {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}

const list = entries
  .map(({ name, title, about }) => `<li><a href="${name}.html">${escape(title)}</a><br />${about}</li>`)
  .join('\n');
writeFileSync(join(to, 'index.html'), page('Documentation', `<h1>Documentation</h1>\n<ul>\n${list}\n</ul>`));
cpSync(join(from, 'images'), join(to, 'images'), { recursive: true });
cpSync(new URL('src/style/docs.css', import.meta.url), join(to, 'docs.css'));
