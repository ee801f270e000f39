// Begins everything, and says in the navigation which part is read.
tree.start();
keys.start();
search.start();
tables.start();
print.start();
theme.start();
picture?.start();
panel.start();

const current = new IntersectionObserver(
  (entries) => {
    for (const entry of entries)
      if (entry.isIntersecting)
        for (const link of all(".bar nav a"))
          if (link.hash === `#${entry.target.id}`) {
            link.setAttribute("aria-current", "true");
            // Where there is no room for all of them.
            one(".bar nav").scrollLeft = link.offsetLeft - one(".bar nav").offsetLeft - 48;
          } else link.removeAttribute("aria-current");
  },
  { rootMargin: "-20% 0px -75% 0px" },
);
for (const part of all("main > section")) current.observe(part);
