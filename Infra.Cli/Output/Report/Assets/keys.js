// Keys: those of the tree pattern of the ARIA Authoring Practices, "/" for the search, Escape to go back.
const keys = {
  typed: "",
  last: 0,

  start() {
    tree.root.addEventListener("keydown", (event) => this.inTree(event));
    document.addEventListener("keydown", (event) => this.anywhere(event));
  },

  anywhere(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const writes = event.target.closest?.("input, select, textarea");
    if (event.key === "/" && !writes) {
      event.preventDefault();
      search.input.focus();
      search.input.select();
    } else if (event.key === "Escape" && event.target === search.input && search.isOn) {
      event.preventDefault();
      search.clear();
    } else if (event.key === "Escape" && panel.item && !writes) panel.close();
  },

  inTree(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    const action = this.actions[event.key];
    if (action) {
      action(item, tree.visible());
      event.preventDefault();
    } else if (event.key.length === 1 && event.key !== "/" && event.key !== " ") {
      this.type(item, event.key.toLowerCase());
      event.preventDefault();
    }
  },

  actions: {
    ArrowDown: (item, seen) => tree.focus(seen[seen.indexOf(item) + 1]),
    ArrowUp: (item, seen) => tree.focus(seen[seen.indexOf(item) - 1]),
    Home: (_, seen) => tree.focus(seen[0]),
    End: (_, seen) => tree.focus(seen.at(-1)),
    ArrowRight(item, seen) {
      if (!tree.group(item)) return;
      if (tree.isOpen(item)) tree.focus(seen[seen.indexOf(item) + 1]);
      else tree.open(item, true);
    },
    ArrowLeft(item) {
      if (tree.group(item) && tree.isOpen(item)) tree.open(item, false);
      else tree.focus(tree.parent(item));
    },
    // All that lie beside it.
    "*"(item) {
      for (const sibling of item.closest("ul").children) tree.open(sibling.firstElementChild, true);
    },
    Enter(item) {
      panel.choose(item);
      panel.enter();
    },
    " "(item) {
      panel.choose(item);
    },
  },

  // Letters typed quickly are the beginning of a name.
  type(item, letter) {
    this.typed = Date.now() - this.last > 700 ? letter : this.typed + letter;
    this.last = Date.now();
    const seen = tree.visible();
    const from = seen.indexOf(item) + (this.typed.length > 1 ? 0 : 1);
    const begins = (one) => this.name(one).startsWith(this.typed);
    tree.focus([...seen.slice(from), ...seen.slice(0, from)].find(begins));
  },

  name: (item) => one(".name", item).textContent.toLowerCase().replace(/^…-?/, ""),
};
