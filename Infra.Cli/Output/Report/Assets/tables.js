// Filters above tables: a text that rows hold, and a kind that they are of.
const tables = {
  start() {
    for (const form of all("form[data-filters]")) {
      form.addEventListener("input", () => this.apply(form));
      form.addEventListener("submit", (event) => event.preventDefault());
      this.apply(form);
    }
    addEventListener("hashchange", () => this.show(document.getElementById(decodeURIComponent(location.hash.slice(1)))));
  },

  rows: (form) => all(`#${form.dataset.filters} tbody tr`),

  apply(form) {
    const wanted = words(one("input", form).value);
    const kind = one("select", form).value;
    let seen = 0;
    let total = 0;
    for (const body of all(`#${form.dataset.filters} tbody`)) {
      const head = one("tr.group", body);
      const above = head ? head.textContent.toLowerCase() : "";
      let here = 0;
      for (const row of all("tr:not(.group)", body)) {
        const fits = (!kind || row.dataset.kind === kind) && holds(`${above} ${row.textContent.toLowerCase()}`, wanted);
        row.classList.toggle("off", !fits);
        total++;
        if (fits) here++;
      }
      head?.classList.toggle("off", here === 0);
      seen += here;
    }
    one(".found", form).textContent = seen === total ? count(total, "row") : `${seen} of ${count(total, "row")}`;
  },

  // A link leads to a row that is filtered away: the filter goes.
  show(target) {
    const row = target?.matches("tbody") ? one("tr", target) : target;
    const table = row?.closest("table");
    const form = table && one(`form[data-filters="${table.id}"]`);
    if (!form || !row.matches(".off, .off *")) return;
    form.reset();
    this.apply(form);
    row.scrollIntoView();
  },
};
