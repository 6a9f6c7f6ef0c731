"use strict";
// What belongs to one node has one number: pointing at a piece lights the others, a click keeps
// them lit and leads to them.
(() => {
  const lit = new Map();
  const light = (kind, number) => {
    for (const piece of lit.get(kind) ?? []) piece.classList.remove(kind);
    const pieces = number === null ? [] : [...document.querySelectorAll(`[data-n="${number}"]`)];
    for (const piece of pieces) piece.classList.add(kind);
    lit.set(kind, pieces);
  };
  const piece = (event) => (event.target instanceof Element ? event.target.closest("[data-n]") : null);
  document.addEventListener("pointerover", (event) => light("lit", piece(event)?.dataset.n ?? null));
  document.addEventListener("focusin", (event) => light("lit", piece(event)?.dataset.n ?? null));
  document.addEventListener("click", (event) => {
    const from = piece(event);
    light("kept", from?.dataset.n ?? null);
    if (!from) return;
    event.preventDefault();
    const other = from.closest(".source") ? ".tree" : ".source";
    document.querySelector(`${other} [data-n="${from.dataset.n}"]`)?.scrollIntoView({ block: "center" });
  });
})();
