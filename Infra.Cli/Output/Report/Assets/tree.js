// The resource tree: what is open, what is seen, where the keyboard is.
const tree = {
  root: one("#tree"),
  items: all("#tree [role=treeitem]"),
  current: null,

  // The components of the system are seen at first, and what lies in them when they are opened.
  start() {
    for (const item of this.items) {
      item.tabIndex = -1;
      if (this.depth(item) > 0 && this.group(item)) this.open(item, false);
    }
    this.focusable(this.items[0]);
    this.root.addEventListener("click", (event) => {
      const item = event.target.closest("[role=treeitem]");
      if (!item) return;
      event.preventDefault();
      const toggles = event.target.closest(".twig") || (item === panel.item && this.group(item));
      if (toggles && this.group(item)) this.open(item, !this.isOpen(item));
      if (!event.target.closest(".twig")) panel.choose(item);
      this.focus(item);
    });
  },

  group: (item) => (item.nextElementSibling?.role === "group" || item.nextElementSibling?.tagName === "UL" ? item.nextElementSibling : null),
  isOpen: (item) => item.getAttribute("aria-expanded") === "true",
  seen: (item) => item.getClientRects().length > 0,

  parent(item) {
    const above = item.closest("ul");
    return above === this.root ? null : above.previousElementSibling;
  },

  depth(item) {
    let depth = 0;
    for (let above = this.parent(item); above; above = this.parent(above)) depth++;
    return depth;
  },

  open(item, yes) {
    if (this.group(item)) item.setAttribute("aria-expanded", String(yes));
  },

  reveal(item) {
    for (let above = this.parent(item); above; above = this.parent(above)) this.open(above, true);
  },

  visible() {
    return this.items.filter((item) => this.seen(item));
  },

  // One item at a time can be reached with Tab.
  focusable(item) {
    if (!item) return;
    if (this.current) this.current.tabIndex = -1;
    this.current = item;
    item.tabIndex = 0;
  },

  focus(item) {
    if (!item) return;
    this.focusable(item);
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  },
};
