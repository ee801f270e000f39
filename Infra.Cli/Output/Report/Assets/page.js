// Small helpers that the other files share.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
// The words of a search, each of which must be found.
const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
const holds = (text, wanted) => wanted.every((word) => text.includes(word));
const narrow = matchMedia("(max-width: 67.99rem)");
