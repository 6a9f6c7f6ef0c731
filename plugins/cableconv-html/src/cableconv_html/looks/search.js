"use strict";
// Search without a server.  What is asked for is folded as site/words.py folds what is indexed.
// Data comes from script files, since from the file system a page may load nothing else.

const PAGE = 20; // results shown at a time
const BATCH = 10; // texts looked through at a time
const LETTER = "[\\p{L}\\p{N}]";

const BUNDLE = 16; // texts in a file

const waiting = new Map(); // file -> what to call with its data
const texts = new Map(); // cable -> what results show of it
const bundles = new Map(); // file of texts -> a promise that it is there

function searchWords(name, data) { waiting.get(`words/${name}`)?.(data); }
function searchText(number, data) { texts.set(number, data); }

function load(file) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    const finish = (data) => { waiting.delete(file); script.remove(); resolve(data); };
    waiting.set(file, finish);
    script.onerror = () => finish(null); // no word begins so
    script.onload = () => finish(null); // called after the data, when there is nothing to wait for
    script.src = `search/${file}.js`;
    document.head.append(script);
  });
}

async function textOf(number) {
  const file = `texts/${Math.floor(number / BUNDLE)}`;
  if (!bundles.has(file)) bundles.set(file, load(file));
  await bundles.get(file);
  return texts.get(number);
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

function shard(word) {
  const start = [...word].slice(0, 2);
  const plain = start.every((letter) => letter < "\x80");
  return plain ? start.join("") : ["_", ...start].map((l) => l.codePointAt(0).toString(16)).join("-");
}

// The cables that have a word: number -> whether it stands in the subject.
async function cablesWith(word, open, shards) {
  const name = shard(word);
  if (!shards.has(name)) shards.set(name, await load(`words/${name}`) ?? {});
  const entries = shards.get(name);
  const found = new Map();
  for (const known of open ? Object.keys(entries).filter((each) => each.startsWith(word)) : [word]) {
    let value = 0;
    for (const step of Object.hasOwn(entries, known) ? entries[known].split(" ") : []) {
      value += parseInt(step, 36);
      found.set(value >> 1, found.get(value >> 1) || value % 2 === 1);
    }
  }
  return found;
}

async function candidates(terms) {
  const shards = new Map();
  let left = null;
  for (const term of terms) {
    for (const [n, word] of term.words.entries()) {
      const found = await cablesWith(word, term.open && n === term.words.length - 1, shards);
      left = left === null ? found : new Map(
        [...left].filter(([number]) => found.has(number)).map(([number, led]) => [number, led && found.get(number)]));
    }
  }
  return [...left ?? []].sort(([a, ledA], [b, ledB]) => ledB - ledA || a - b).map(([number]) => number);
}

function appendMarked(parent, text, marks) {
  const { folded, places } = foldedWithPlaces(text);
  let at = 0;
  for (const found of folded.matchAll(marks)) {
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

function shown(cable, patterns, marks) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `cables/${cable.page}.html`;
  appendMarked(link, cable.title, marks);
  const about = document.createElement("span");
  about.className = "about";
  about.textContent = [...cable.about, cable.date].filter(Boolean).join(" · ");
  const quoted = document.createElement("p");
  quoted.className = "snippet";
  appendMarked(quoted, snippet(cable.text, patterns), marks);
  item.append(link, about, quoted);
  return item;
}

// Shows results page by page; texts are looked through only until a page is full.
async function search(query) {
  const status = document.getElementById("status");
  const results = document.getElementById("results");
  const more = document.getElementById("more");
  const terms = parse(query);
  if (!terms.length) {
    status.textContent = "Words, \"a phrase\", or the beginning of a word: ferr*";
    return;
  }
  status.textContent = "Searching …";
  const numbers = await candidates(terms);
  const marks = new RegExp(terms.map(pattern).join("|"), "gu");
  const phrases = terms.filter((term) => term.words.length > 1).map((term) => new RegExp(pattern(term), "u"));
  let looked = 0, found = 0;

  async function showMore() {
    more.hidden = true;
    const wanted = found + PAGE;
    while (found < wanted && looked < numbers.length) {
      const batch = numbers.slice(looked, looked + BATCH);
      looked += batch.length;
      for (const cable of await Promise.all(batch.map(textOf))) {
        if (cable && phrases.every((phrase) => phrase.test(fold(`${cable.text}\n${cable.data}`)))) {
          results.append(shown(cable, [...phrases, marks], marks));
          found += 1;
        }
      }
    }
    const rest = looked < numbers.length;
    more.hidden = !rest;
    const all = phrases.length ? found : numbers.length;
    status.textContent = rest && phrases.length ? `The first ${found} cables`
      : `${all.toLocaleString("en")} ${all === 1 ? "cable" : "cables"}`;
    document.documentElement.dataset.done = String(found);
  }
  more.onclick = showMore;
  await showMore();
}

const asked = new URLSearchParams(location.search).get("q") ?? "";
document.querySelector("form[role=search] input").value = asked;
search(asked);
