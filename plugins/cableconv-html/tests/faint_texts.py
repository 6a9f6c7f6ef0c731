"""Texts of a shown page that are too faint on their background (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from typing import Any

_CONTRASTS = """
const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = (colour) => {
  const [r, g, b] = numbers(colour).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const background = (element) => {
  for (let each = element; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (numbers(colour)[3] !== 0) return colour;
  }
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement, words = texts.currentNode.data.trim();
  if (!words || !element.getClientRects().length) continue;
  const pair = [light(getComputedStyle(element).color), light(background(element))];
  found.push([words, (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)]);
}
return found;
"""


def in_scheme(browser: Any, scheme: str) -> None:
    """Let pages appear in ``light`` or ``dark``."""
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)


def faint_texts(browser: Any) -> list[str]:
    """Return the shown texts with a contrast below 4.5."""
    contrasts = browser.execute_script(_CONTRASTS)
    assert contrasts
    return [words for words, contrast in contrasts if contrast < 4.5]
