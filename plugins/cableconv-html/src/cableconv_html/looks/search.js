"use strict";
// Search without a server.  What is asked for is folded as site/words.py folds what is indexed.
// Data comes from script files, since from the file system a page may load nothing else; so do the
// cables' pages (site/script_pages.py), in which phrases are found and which are quoted.

const PAGE = 20; // results shown at a time
const BATCH = 10; // pages looked through at a time
const SHOWN = 8; // values of a facet that are shown before all are asked for
const LETTER = "[\\p{L}\\p{N}]";
const PARTS = /<(?=\/?(?:p|li|h\d|t[dh]|pre|div|d[dt]|br)\b)/gu;
const ADDED = ".editorial, .note, caption, i, [href^='#p'], .items > li > p > b";
const [TITLE, KEY, DATE, SENDER] = [1, 2, 3, 6]; // places in an entry (site/records.py); its page is the first

const arrived = new Map(); // file -> what its script has handed over
const waiting = new Map(); // file -> a promise of its data

function searchData(name, length, text) { arrived.set(`search/${name}.js`, bytes(length, text)); }
function cablePage(text) { arrived.set(document.currentScript.getAttribute("src"), text); }

// 15 bits per character (site/dense_text.py).
function bytes(length, text) {
  const data = new Uint8Array(length);
  let bits = 0, held = 0, at = 0;
  for (let n = 0; n < text.length; n++) {
    bits = bits << 15 | text.charCodeAt(n) - 0x3400;
    held += 15;
    while (held >= 8 && at < length) data[at++] = bits >> (held -= 8) & 255;
    bits &= (1 << held) - 1;
  }
  return data;
}

function run(file) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.onload = script.onerror = () => {
      script.remove();
      resolve(arrived.get(file) ?? null);
      arrived.delete(file);
    };
    script.src = file;
    document.head.append(script);
  });
}

function once(file, load) {
  if (!waiting.has(file)) waiting.set(file, load(file));
  return waiting.get(file);
}

async function unpacked(file) {
  const data = await run(file);
  if (!data) return null;
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const json = (file) => once(file, async () => JSON.parse(new TextDecoder().decode(await unpacked(file))));
const contents = () => json("search/contents.js");

async function entryOf(number) {
  const { perFile } = await contents();
  return (await json(`search/cables/${Math.floor(number / perFile)}.js`))[number % perFile];
}

// A server may forbid to run a page as a script; from it a page can be fetched.
async function pageOf(name) {
  const file = `cables/${name}.html`;
  if (location.protocol === "file:") return run(file);
  const answer = await fetch(file).catch(() => null);
  return answer?.ok ? answer.text() : null;
}

const oneLine = (text) => text.replace(/\s+/gu, " ").trim();

// What a cable says and what is said of it, without what the page adds; null without the page.
async function textOf(name) {
  const page = await pageOf(name);
  if (page === null) return null;
  const tree = new DOMParser().parseFromString(page.replace(PARTS, "\n<"), "text/html");
  const data = [...tree.querySelectorAll("header, .tags, .signature")].map((each) => each.textContent);
  for (const added of tree.querySelectorAll(ADDED)) added.remove();
  return { text: oneLine(tree.querySelector("article").textContent), data: data.join("\n") };
}

function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
}

// Folded text, and for each of its places the place in the text it was folded from.
function foldedWithPlaces(text) {
  const places = [];
  let folded = "", at = 0;
  for (const sign of text) {
    const letters = fold(sign);
    for (let n = 0; n < letters.length; n++) places.push(at);
    folded += letters;
    at += sign.length;
  }
  places.push(at);
  return { folded, places };
}

function parse(query) {
  const terms = [];
  for (const [, phrase, word] of query.matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/gu)) {
    const text = phrase ?? word;
    const words = fold(text).match(new RegExp(`${LETTER}+`, "gu"));
    if (words) terms.push({ words, open: text.endsWith("*") });
  }
  return terms;
}

function pattern(term) {
  const words = term.words.join(`[^\\p{L}\\p{N}]+`);
  return `(?<!${LETTER})${words}${term.open ? `${LETTER}*` : `(?!${LETTER})`}`;
}

// The words of a file (site/search_data.py), each with its entries.
function* wordsIn(data) {
  const decoder = new TextDecoder();
  let at = 0;
  const number = () => {
    let value = 0, unit = 1;
    while (data[at] >= 128) { value += (data[at++] - 128) * unit; unit *= 128; }
    return value + data[at++] * unit;
  };
  while (at < data.length) {
    const end = data.indexOf(10, at);
    const word = decoder.decode(data.subarray(at, end));
    at = end + 1;
    const entries = new Array(number());
    for (let n = 0, last = 0; n < entries.length; n++) entries[n] = last += number();
    yield [word, entries];
  }
}

// The order of code points, in which the files are; UTF-16 has another.
function compare(one, other) {
  const [a, b] = [[...one], [...other]];
  for (let n = 0; n < a.length && n < b.length; n++) {
    if (a[n] !== b[n]) return a[n].codePointAt(0) - b[n].codePointAt(0);
  }
  return a.length - b.length;
}

// The cables that have a word: number -> whether it stands in the subject.
async function cablesWith(word, open) {
  const { words } = await contents();
  const found = new Map();
  let file = Math.max(words.findLastIndex((first) => compare(first, word) <= 0), 0);
  for (; file < words.length && (compare(words[file], word) <= 0 || open && words[file].startsWith(word)); file++) {
    for (const [known, entries] of wordsIn(await once(`search/words/${file}.js`, unpacked))) {
      if (open ? !known.startsWith(word) : known !== word) continue;
      for (const entry of entries) found.set(entry >> 1, found.get(entry >> 1) || entry % 2 === 1);
    }
  }
  return found;
}

async function candidates(terms) {
  let left = null;
  for (const term of terms) {
    for (const [n, word] of term.words.entries()) {
      const found = await cablesWith(word, term.open && n === term.words.length - 1);
      left = left === null ? found : new Map(
        [...left].filter(([number]) => found.has(number)).map(([number, led]) => [number, led && found.get(number)]));
    }
  }
  return [...left ?? []].sort(([a, ledA], [b, ledB]) => ledB - ledA || a - b).map(([number]) => number);
}

// What is chosen stands in the address's fragment: #year=2008&tag=PREL&tag=NO
async function chosen() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const choices = new Map();
  for (const facet of (await contents()).facets) {
    const numbers = asked.getAll(facet.key).map((value) => facet.values.indexOf(value));
    choices.set(facet, new Set(numbers.filter((number) => number >= 0)));
  }
  return choices;
}

// Of a facet whose values go together a cable needs all that are chosen, of others one.
function fits(facet, choice, cable) {
  const own = facet.cables[cable];
  if (facet.isEvery) return [...choice].every((value) => own.includes(value));
  return !choice.size || own.some((value) => choice.has(value));
}

function narrowed(cables, choices, except) {
  const others = [...choices].filter(([facet, choice]) => choice.size && (facet !== except || facet.isEvery));
  return cables.filter((cable) => others.every(([facet, choice]) => fits(facet, choice, cable)));
}

function choose(facet, value, isOn) {
  const asked = new URLSearchParams(location.hash.slice(1));
  const values = asked.getAll(facet.key).filter((each) => each !== value);
  asked.delete(facet.key);
  for (const each of isOn ? [...values, value] : values) asked.append(facet.key, each);
  location.hash = asked;
}

function showFacet(facet, cables, choices, atMost) {
  const numbers = new Map();
  for (const cable of narrowed(cables, choices, facet)) {
    for (const value of facet.cables[cable]) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  }
  const choice = choices.get(facet);
  for (const value of choice) if (!numbers.has(value)) numbers.set(value, 0);
  const inOrder = ["year", "level"].includes(facet.key);
  const values = [...numbers].sort(([a, x], [b, y]) =>
    choice.has(b) - choice.has(a) || (inOrder ? a - b : y - x || a - b));
  const group = document.createElement("fieldset");
  const name = document.createElement("legend");
  name.textContent = facet.name;
  group.append(name);
  for (const [n, [value, number]] of values.entries()) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = choice.has(value);
    box.onchange = () => choose(facet, facet.values[value], box.checked);
    const count = document.createElement("i");
    count.textContent = `${atMost ? "≤ " : ""}${number.toLocaleString("en")}`;
    label.title = facet.meanings[value] ?? "";
    label.hidden = n >= SHOWN && !inOrder;
    label.append(box, ` ${facet.values[value]} `, count);
    group.append(label);
  }
  if (values.length > SHOWN && !inOrder) {
    const all = document.createElement("button");
    all.type = "button";
    all.textContent = `All ${values.length.toLocaleString("en")}`;
    all.onclick = () => {
      for (const each of group.querySelectorAll("label")) each.hidden = false;
      all.remove();
    };
    group.append(all);
  }
  return values.length ? [group] : [];
}

function appendMarked(parent, text, marks) {
  const { folded, places } = foldedWithPlaces(text);
  let at = 0;
  for (const found of marks ? folded.matchAll(marks) : []) {
    const start = places[found.index], end = places[found.index + found[0].length];
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parent.append(text.slice(at, start), mark);
    at = end;
  }
  parent.append(text.slice(at));
}

// What stands around the first phrase, or else around the first word.
function snippet(text, patterns) {
  const { folded, places } = foldedWithPlaces(text);
  const first = patterns.map((each) => folded.search(each)).find((found) => found >= 0);
  const at = places[first ?? 0];
  const start = at < 90 ? 0 : text.indexOf(" ", at - 90) + 1;
  const cut = text.lastIndexOf(" ", at + 190);
  const end = at + 190 >= text.length || cut <= at ? Math.min(at + 190, text.length) : cut;
  return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
}

function shown({ entry, said }, patterns, marks) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `cables/${entry[0]}.html`;
  appendMarked(link, entry[TITLE], marks);
  const about = [entry[KEY], entry[SENDER], (entry[DATE] ?? "").slice(0, 10)].filter(Boolean).join(" · ");
  item.append(link, document.createElement("br"), about);
  const quoted = document.createElement("p");
  quoted.className = "snippet";
  if (said) appendMarked(quoted, snippet(said.text, patterns), marks);
  else quoted.textContent = "Has these words; the page could not be read to look for phrases and quote it.";
  item.append(quoted);
  return item;
}

async function read(number) {
  const entry = await entryOf(number);
  return { entry, said: await textOf(entry[0]) };
}

let current = 0; // the search that is shown; an earlier one stops when it sees that it is not

// Shows results page by page; texts are looked through only until a page is full.
async function search(query) {
  const own = ++current;
  const [status, results, more] = ["status", "results", "more"].map((id) => document.getElementById(id));
  const terms = parse(query);
  status.textContent = "Searching …";
  const { facets } = await contents();
  const all = terms.length ? await candidates(terms) : facets[0].cables.map((_, number) => number);
  const choices = await chosen();
  const phrases = terms.filter((term) => term.words.length > 1).map((term) => new RegExp(pattern(term), "u"));
  const groups = facets.flatMap((facet) => showFacet(facet, all, choices, phrases.length > 0));
  if (own !== current) return;
  document.getElementById("facets").replaceChildren(...groups);
  results.replaceChildren();
  more.hidden = true;
  if (!terms.length && ![...choices.values()].some((choice) => choice.size)) {
    status.textContent = "Words, \"a phrase\", or the beginning of a word: ferr*";
    return;
  }
  const numbers = narrowed(all, choices);
  const marks = terms.length ? new RegExp(terms.map(pattern).join("|"), "gu") : null;
  let looked = 0, found = 0;

  async function showMore() {
    more.hidden = true;
    const wanted = found + PAGE;
    while (found < wanted && looked < numbers.length) {
      const batch = numbers.slice(looked, looked + BATCH);
      looked += batch.length;
      for (const cable of await Promise.all(batch.map(read))) {
        if (own !== current) return;
        const { said } = cable;
        if (!said || phrases.every((phrase) => phrase.test(fold(`${said.text}\n${said.data}`)))) {
          results.append(shown(cable, [...phrases, ...marks ? [marks] : []], marks));
          found += 1;
        }
      }
    }
    const rest = looked < numbers.length;
    more.hidden = !rest;
    const total = phrases.length ? found : numbers.length;
    status.textContent = rest && phrases.length ? `The first ${found} cables`
      : `${total.toLocaleString("en")} ${total === 1 ? "cable" : "cables"}`;
    document.documentElement.dataset.done = String(found);
  }
  more.onclick = showMore;
  await showMore();
}

const asked = new URLSearchParams(location.search).get("q") ?? "";
const form = document.querySelector("form[role=search]");
form.querySelector("input").value = asked;
function start() {
  form.action = `search.html${location.hash}`; // a new query keeps what is chosen
  search(asked);
}
addEventListener("hashchange", start);
start();
