// The panel beside the tree, with all that is known of the resource that is chosen. The address of the page says which, to be handed on.
const panel = {
  root: one("#panel"),
  item: null,
  byAnchor: new Map(tree.items.map((item) => [item.getAttribute("href").slice(1), item])),

  start() {
    this.root.tabIndex = 0;
    one("#close-panel").addEventListener("click", () => this.close());
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      if (!link || link.role === "treeitem" || event.ctrlKey || event.metaKey) return;
      if (this.go(link.getAttribute("href").slice(1))) event.preventDefault();
    });
    addEventListener("hashchange", () => this.go(location.hash.slice(1)));
    this.go(location.hash.slice(1));
  },

  // Shows the resource of an anchor, in the tree and in the panel.
  go(anchor) {
    if (picture?.show(anchor)) return true;
    const item = this.byAnchor.get(anchor);
    if (!item) return false;
    search.show(item);
    tree.reveal(item);
    this.choose(item);
    tree.focusable(item);
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
    return true;
  },

  choose(item) {
    if (this.item) this.item.setAttribute("aria-selected", "false");
    one(".resource.chosen")?.classList.remove("chosen");
    this.item = item;
    item.setAttribute("aria-selected", "true");
    this.root.classList.add("chosen");
    this.article.classList.add("chosen");
    this.root.scrollTop = 0;
    this.remember(item.getAttribute("href"));
    picture?.light(item);
  },

  get article() {
    return document.getElementById(this.item.getAttribute("href").slice(1));
  },

  enter() {
    this.article.focus({ preventScroll: true });
  },

  close() {
    const item = this.item;
    if (!item) return;
    item.setAttribute("aria-selected", "false");
    this.article.classList.remove("chosen");
    this.root.classList.remove("chosen");
    this.item = null;
    this.remember("#resources");
    picture?.light(null);
    if (tree.seen(item)) tree.focus(item);
  },

  remember(hash) {
    try {
      history.replaceState(null, "", hash);
    } catch {
      // Some browsers allow that no file; the page works without.
    }
  },
};
