// The picture: moved by dragging, enlarged by buttons, keys or the wheel with Ctrl; a box leads to its resources, and they lead back.
const picture = one("#picture-window") && {
  window: one("#picture-window"),
  svg: one("#picture-window svg"),
  nodes: [],
  size: null,
  scale: 1,
  pressed: null,

  start() {
    const box = this.svg.viewBox.baseVal;
    this.size = { width: box.width, height: box.height };
    this.nodes = all("[data-node]", this.svg).filter((node) => search.holds(this.original(node.dataset.node)));
    for (const node of this.nodes) {
      node.setAttribute("role", "button");
      node.tabIndex = -1;
    }
    if (this.nodes[0]) this.nodes[0].tabIndex = 0;
    one("#zoom-in").addEventListener("click", () => this.zoom(1.25));
    one("#zoom-out").addEventListener("click", () => this.zoom(0.8));
    one("#zoom-fit").addEventListener("click", () => this.fit());
    one("#zoom-full").addEventListener("click", () => this.zoom(1 / this.scale));
    this.window.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.window.addEventListener("keydown", (event) => this.key(event));
    this.window.addEventListener("click", (event) => this.click(event));
    this.drag();
    // Words stay legible where a narrow window would make them too small.
    this.to(Math.min(1, Math.max(this.window.clientWidth / this.size.width, 0.5)));
  },

  // Copies stand for what they are copies of.
  original(key) {
    this.copies ??= new Map((this.window.dataset.copies ?? "").split(" ").map((pair) => pair.split(":")));
    return this.copies.get(key) ?? key;
  },

  to(scale) {
    this.scale = Math.min(4, Math.max(0.1, scale));
    this.svg.setAttribute("width", Math.round(this.size.width * this.scale));
    this.svg.setAttribute("height", Math.round(this.size.height * this.scale));
  },

  fit() {
    this.to(Math.min(this.window.clientWidth / this.size.width, (innerHeight * 0.8) / this.size.height));
  },

  // What lies at a point of the window, by default its middle, stays there.
  zoom(by, x = this.window.clientWidth / 2, y = this.window.clientHeight / 2) {
    const before = this.scale;
    const [left, top] = [this.window.scrollLeft + x, this.window.scrollTop + y];
    this.to(this.scale * by);
    this.window.scrollLeft = (left * this.scale) / before - x;
    this.window.scrollTop = (top * this.scale) / before - y;
  },

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const frame = this.window.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY / 400), event.clientX - frame.left, event.clientY - frame.top);
  },

  drag() {
    this.window.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "mouse" || event.button !== 0) return;
      this.pressed = { x: event.clientX, y: event.clientY, left: this.window.scrollLeft, top: this.window.scrollTop, moved: false };
    });
    addEventListener("pointermove", (event) => {
      const from = this.pressed;
      if (!from) return;
      from.moved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4;
      if (!from.moved) return;
      this.window.classList.add("dragged");
      this.window.scrollLeft = from.left + from.x - event.clientX;
      this.window.scrollTop = from.top + from.y - event.clientY;
    });
    addEventListener("pointerup", () => {
      this.window.classList.remove("dragged");
      this.moved = Boolean(this.pressed?.moved);
      this.pressed = null;
    });
  },

  click(event) {
    const node = event.target.closest("[data-node]");
    if (node && !this.moved) this.resources(node);
  },

  // The resources of a box: alone in the tree, the first of them chosen.
  resources(node) {
    const key = this.original(node.dataset.node);
    if (!search.holds(key)) return;
    this.walkTo(node, false);
    search.of(key, one("title", node).textContent.split("\n")[0]);
    const item = this.main(key);
    panel.choose(item);
    one("#resources").scrollIntoView();
    tree.focus(item);
  },

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = event.target.closest("[data-node]");
    if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else if (node && (event.key === "Enter" || event.key === " ")) this.resources(node);
    else if (node && event.key.startsWith("Arrow")) this.walkTo(this.next(node, event.key));
    else return;
    event.preventDefault();
  },

  walkTo(node, focus = true) {
    if (!node) return;
    for (const other of this.nodes) other.tabIndex = other === node ? 0 : -1;
    if (!focus) return;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
  },

  // The nearest box in the direction of the key; what lies aside counts double.
  next(from, key) {
    const sideways = key === "ArrowLeft" || key === "ArrowRight";
    const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const place = (node) => {
      const { x, y, width, height } = node.getBBox();
      return sideways ? [x + width / 2, y + height / 2] : [y + height / 2, x + width / 2];
    };
    const [at, aside] = place(from);
    let best = null;
    let least = Infinity;
    for (const node of this.nodes) {
      const [there, across] = place(node);
      const ahead = (there - at) * sign;
      const distance = ahead + 2 * Math.abs(across - aside);
      if (node !== from && ahead > 1 && distance < least) [best, least] = [node, distance];
    }
    return best;
  },

  // Of all that a box stands for, what it is called after.
  main(key) {
    const items = tree.items.filter((item) => item.dataset.node === key);
    const named = (item) => {
      const article = document.getElementById(item.getAttribute("href").slice(1));
      const [, service] = one(".type", article).textContent.split(":");
      return key.startsWith(`${service}-`) && key.endsWith(`.${one("h3", article).textContent.replace(/[^\w.-]/g, "-")}`);
    };
    return items.find(named) ?? items[0];
  },

  light(item) {
    one(".lit", this.svg)?.classList.remove("lit");
    this.node(item?.dataset.node)?.classList.add("lit");
  },

  node: (key) => (key ? document.getElementById(`infra-picture-${key}`) : null),

  // From a resource to its box.
  show(anchor) {
    const node = document.getElementById(anchor);
    if (!node || !this.svg.contains(node)) return false;
    one("#picture").scrollIntoView();
    if (narrow.matches) panel.close();
    this.walkTo(node);
    node.scrollIntoView({ block: "center", inline: "center" });
    this.light(tree.items.find((item) => item.dataset.node === node.dataset.node));
    return true;
  },
};
