// Search and filters of the tree. Names and types are searched first; values where no name matches, or where that is asked for.
const search = {
  form: one("#tools"),
  input: one("#search"),
  values: one("#in-values"),
  status: one("#found"),
  filters: { type: one("#by-type"), change: one("#by-change"), finding: one("#by-finding") },
  node: null,
  title: "",
  open: null,
  index: null,

  start() {
    this.form.addEventListener("input", () => {
      this.node = null;
      this.apply();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.clear();
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "Enter") return;
      event.preventDefault();
      tree.focus(tree.items.find((item) => tree.seen(item) && item.classList.contains("hit")) ?? tree.visible()[0]);
    });
    this.tell(this.leaves().length);
  },

  get isOn() {
    return Boolean(this.input.value.trim() || this.node || Object.values(this.filters).some((filter) => filter?.value));
  },

  leaves: () => tree.items.filter((item) => item.dataset.type),

  clear() {
    this.input.value = "";
    this.node = null;
    if (this.values) this.values.checked = false;
    for (const filter of Object.values(this.filters)) if (filter) filter.value = "";
    this.apply();
  },

  // Makes sure that an item is seen, whatever is searched for.
  show(item) {
    if (this.isOn && !item.classList.contains("hit")) this.clear();
  },

  // Only the resources that a box of the picture stands for.
  of(node, title) {
    this.clear();
    this.node = node;
    this.title = title;
    this.apply();
  },

  // Whether a box of the picture stands for any resource.
  holds: (node) => tree.items.some((item) => item.dataset.node === node),

  texts() {
    this.index ??= new Map(
      tree.items.map((item) => {
        const article = document.getElementById(item.getAttribute("href").slice(1));
        const name = `${one("h3", article).textContent} ${item.textContent}`.toLowerCase();
        return [item, { name, value: all(".props", article).map((list) => list.textContent).join(" ").toLowerCase() }];
      }),
    );
    return this.index;
  },

  apply() {
    const wanted = words(this.input.value);
    const allowed = tree.items.filter((item) => this.allows(item));
    let hits = allowed.filter((item) => holds(this.texts().get(item).name, wanted));
    const byValue = wanted.length > 0 && (this.values?.checked || hits.length === 0);
    if (byValue) {
      const both = (text) => `${text.name} ${text.value}`;
      hits = allowed.filter((item) => holds(both(this.texts().get(item)), wanted));
    }
    this.draw(new Set(hits));
    this.tell(hits.filter((item) => item.dataset.type).length, byValue);
  },

  allows(item) {
    const { type, change, finding } = this.filters;
    if (this.node) return item.dataset.node === this.node;
    const picky = type.value || change?.value || finding.value;
    if (picky && !item.dataset.type && !item.dataset.finding) return false;
    const found = (item.dataset.finding ?? "").split(" ");
    return (
      (!type.value || item.dataset.type === type.value) &&
      (!change?.value || item.dataset.change === change.value) &&
      (!finding.value || (finding.value === "any" ? Boolean(item.dataset.finding) : found.includes(finding.value)))
    );
  },

  // What does not match goes, what lies above a match stays and is opened; clearing folds the tree as it was.
  draw(hits) {
    if (!this.isOn) {
      for (const item of tree.items) {
        item.classList.remove("hit");
        item.parentElement.classList.remove("off");
        if (this.open) tree.open(item, this.open.has(item));
      }
      this.open = null;
      if (panel.item) tree.reveal(panel.item);
    } else {
      this.open ??= new Set(tree.items.filter((item) => tree.isOpen(item)));
      const kept = new Set(hits);
      for (const item of hits) for (let above = tree.parent(item); above; above = tree.parent(above)) kept.add(above);
      for (const item of tree.items) {
        item.classList.toggle("hit", hits.has(item));
        item.parentElement.classList.toggle("off", !kept.has(item));
        tree.open(item, kept.has(item));
      }
    }
    if (!tree.current || !tree.seen(tree.current)) tree.focusable(tree.visible()[0]);
  },

  tell(number, byValue = false) {
    const total = this.leaves().length;
    const where = byValue ? ", in values too" : "";
    const of = this.node ? ` in the box ${this.title}; Clear shows all` : "";
    this.status.textContent = this.isOn ? `${number} of ${count(total, "resource")}${of}${where}` : count(total, "resource");
  },
};
