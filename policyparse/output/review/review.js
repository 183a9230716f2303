"use strict";
(() => {
  const words = JSON.parse(document.querySelector("script.words").textContent);
  const root = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wide = () => matchMedia("(min-width: 821px)").matches;
  const PAGE = 500;
  const MOST_HITS = 2000;

  /** An element with attributes and children; texts are text, never markup. */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick") element.addEventListener("click", value);
      else if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  };

  // ---- theme ------------------------------------------------------------------------------------------------

  const THEMES = ["auto", "light", "dark"];
  const stored = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("policyparse-theme", value);
      return localStorage.getItem("policyparse-theme");
    } catch {
      return null; // a page in a sandbox keeps nothing
    }
  };
  const setTheme = (theme) => {
    if (theme === "auto") root.removeAttribute("data-theme");
    else root.dataset.theme = theme;
    const button = find(".tool.theme");
    button.title = `${words.theme}: ${words["theme_" + theme]} (t)`;
    button.setAttribute("aria-label", button.title);
    button.textContent = { auto: "◐", light: "○", dark: "●" }[theme];
  };
  let theme = THEMES.includes(stored()) ? stored() : "auto";
  const turnTheme = () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    stored(theme);
    setTheme(theme);
  };

  // ---- one document -----------------------------------------------------------------------------------------

  let shown = null; // the document that is shown

  class Shown {
    constructor(place, number) {
      this.place = place;
      this.number = number;
      const data = JSON.parse(find("template.data", place).content.textContent);
      this.kinds = data.kinds;
      this.entries = data.entries.map(([pointer, kind, group, fields, speaker, severity, span], index) => ({
        index, pointer, group, speaker, severity, span, marks: [], visible: true,
        kind: data.kinds[kind][0], name: data.kinds[kind][1],
        fields: fields.map(([name, values]) => [...data.names[name], values]),
      }));
      this.byPointer = new Map(this.entries.map((entry) => [entry.pointer, entry]));
      this.text = find(".text", place);
      this.panel = find(".panel", place);
      for (const mark of this.text.getElementsByTagName("mark")) this.entries[mark.dataset.i].marks.push(mark);
      this.hidden = new Set();
      this.chosen = { kind: "", speaker: "" };
      this.query = "";
      this.selected = null;
      this.limit = PAGE;
      this.hits = [];
      this.hit = -1;
      this.listen();
      this.measure();
    }

    listen() {
      this.text.addEventListener("click", (event) => this.click(event));
      this.place.addEventListener("click", (event) => {
        const link = event.target.closest('a[href^="#/"]');
        const go = event.target.closest("[data-go]");
        if (link) {
          event.preventDefault();
          this.goTo(link.getAttribute("href").slice(1));
        } else if (go) this.select(this.entries[go.dataset.go]);
      });
      for (const chip of all(".chip", this.place)) chip.addEventListener("click", () => this.toggle(chip));
      for (const choice of all("[data-choice]", this.place)) {
        choice.addEventListener("change", () => {
          this.chosen[choice.dataset.choice] = choice.value;
          this.filter();
          if (choice.value && wide()) this.open("values");
        });
      }
      const tabs = all("[data-tab]", this.panel);
      for (const tab of tabs) {
        tab.addEventListener("click", () => this.open(tab.dataset.tab));
        tab.addEventListener("keydown", (event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (!step) return;
          const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
          this.open(next.dataset.tab);
          next.focus();
        });
      }
      const shut = make("button", { class: "shut", "aria-label": words.close, onclick: () => this.shut() }, "×");
      find(".tabs", this.panel).append(shut);
    }

    measure() {
      const bar = find(".filters", this.place);
      root.style.setProperty("--bar", `${bar.offsetHeight}px`);
      root.style.setProperty("--top", `${wide() ? find(".top").offsetHeight : 0}px`);
    }

    // -- filters

    toggle(chip) {
      const key = chip.dataset.group ?? chip.dataset.severity;
      const hide = chip.getAttribute("aria-pressed") === "true";
      chip.setAttribute("aria-pressed", String(!hide));
      if (hide) this.hidden.add(key);
      else this.hidden.delete(key);
      this.filter();
    }

    showAll() {
      for (const chip of all(".chip", this.place)) chip.setAttribute("aria-pressed", "true");
      for (const choice of all("[data-choice]", this.place)) choice.value = "";
      this.hidden.clear();
      this.chosen = { kind: "", speaker: "" };
      this.filter();
    }

    passes(entry) {
      if (this.hidden.has(entry.severity ?? entry.group)) return false;
      const { kind, speaker } = this.chosen;
      if (kind && entry.kind !== kind) return false;
      return !speaker || entry.speaker === speaker || (entry.kind === "speakers" && saying(entry, "name") === speaker);
    }

    filter() {
      for (const entry of this.entries) {
        const visible = this.passes(entry);
        if (visible === entry.visible) continue;
        entry.visible = visible;
        for (const mark of entry.marks) mark.classList.toggle("off", !visible);
      }
      this.limit = PAGE;
      this.list();
    }

    // -- selection

    click(event) {
      if (String(getSelection())) return; // the reader marks text to copy it
      const around = [];
      for (let mark = event.target.closest("mark"); mark; mark = mark.parentElement.closest("mark")) {
        const entry = this.entries[mark.dataset.i];
        if (entry.visible && !around.includes(entry)) around.push(entry);
      }
      if (!around.length) return;
      const at = around.indexOf(this.selected);
      this.select(around[(at + 1) % around.length], { scroll: false });
    }

    select(entry, { scroll = true } = {}) {
      this.deselect();
      this.selected = entry;
      for (const mark of entry.marks) mark.classList.add("on");
      const [first] = entry.marks;
      if (first && scroll) {
        const block = first.closest(".b");
        const far = entry.group === "structure" || first.getBoundingClientRect().height > innerHeight / 2;
        const show = () => (far ? block : first).scrollIntoView({ block: far ? "start" : "center" });
        show();
        requestAnimationFrame(show); // blocks that come into sight get their true height
      }
      if (first) {
        first.tabIndex = -1;
        first.focus({ preventScroll: true });
      }
      this.detail(entry);
      this.open("detail");
      setHash(this.number, entry.pointer);
      for (const row of all(".row.on", this.panel)) row.classList.remove("on");
      for (const link of all(".outline a.here", this.place)) link.classList.remove("here");
      const here = all(".outline a", this.place).filter((link) => covers(link.getAttribute("href").slice(1), entry.pointer)).pop();
      if (here) {
        here.classList.add("here");
        here.scrollIntoView({ block: "nearest" });
      }
    }

    deselect() {
      if (this.selected) for (const mark of this.selected.marks) mark.classList.remove("on");
      this.selected = null;
    }

    step(by, among = (entry) => entry.visible && entry.group !== "diagnostics") {
      const order = this.entries.filter((entry) => entry.marks.length && among(entry));
      if (!order.length) return;
      const at = this.selected ? order.findIndex((entry) => entry.index >= this.selected.index) : -1;
      let next;
      if (!this.selected) next = by > 0 ? 0 : order.length - 1;
      else if (at < 0) next = by > 0 ? 0 : order.length - 1;
      else if (order[at] !== this.selected) next = by > 0 ? at : at - 1;
      else next = at + by;
      this.select(order[(next + order.length) % order.length]);
    }

    goTo(pointer) {
      for (let at = pointer; at; at = at.slice(0, at.lastIndexOf("/"))) {
        const entry = this.byPointer.get(at);
        if (entry) return this.select(entry);
      }
      return undefined;
    }

    // -- panel

    open(name) {
      for (const tab of all("[data-tab]", this.panel)) {
        const chosen = tab.dataset.tab === name;
        tab.setAttribute("aria-selected", String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
      }
      for (const section of all("[data-panel]", this.panel)) section.hidden = section.dataset.panel !== name;
      this.panel.classList.add("open");
      this.panel.scrollTop = 0;
      this.opened = name;
      this.list();
    }

    shut() {
      this.panel.classList.remove("open");
    }

    detail(entry) {
      const section = find('[data-panel="detail"]', this.panel);
      const printed = find(".printed", section);
      const colour = entry.severity ?? all(`.chip[data-group="${entry.group}"]`, this.place)[0]?.classList[1] ?? "";
      const copy = make("button", {}, words.copy);
      copy.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(entry.pointer);
          copy.textContent = words.copied;
        } catch {
          getSelection().selectAllChildren(find(".where code", section));
        }
      });
      const span = entry.span ? `${entry.span[0]}–${entry.span[1]}` : words.no_place;
      section.replaceChildren(...[
        printed,
        make("h3", { class: `what ${colour}` }, entry.name),
        make("p", { class: "where" }, make("code", {}, entry.pointer), copy, make("span", {}, span)),
        entry.kind === "repairs" ? null : this.quote(entry, colour),
        this.fields(entry),
        entry.kind === "repairs" ? this.edits(entry) : null,
        ...this.around(entry),
      ].filter(Boolean));
    }

    quote(entry, colour) {
      const words = quoteOf(entry);
      return words ? make("blockquote", { class: colour, lang: this.text.lang }, words) : null;
    }

    fields(entry) {
      const list = make("dl");
      for (const [label, name, values] of entry.fields) {
        if (entry.kind === "repairs" && (name === "before" || name === "after")) continue;
        const said = make("dd");
        values.forEach((value, i) => said.append(...(i ? [make("br")] : []), this.said(name, value)));
        list.append(make("dt", { title: name }, words.finding_fields[name] && entry.severity ? words.finding_fields[name] : label), said);
      }
      return list;
    }

    said(name, value) {
      if (Array.isArray(value)) return make("span", {}, value[0], " ", make("code", {}, value[1]));
      const target = this.byPointer.get(value) ??
        (name === "speaker" ? this.entries.find((e) => e.kind === "speakers" && saying(e, "name") === value) : undefined);
      return target ? make("a", { href: `#${target.pointer}` }, value) : value;
    }

    edits(entry) {
      const head = make("tr", {}, make("th", {}, words.before), make("th", {}, words.after));
      const rows = entry.marks.slice(0, 100).map((mark) =>
        make("tr", {},
          make("td", {}, mark.textContent ? make("del", {}, mark.textContent) : make("em", {}, words.inserted)),
          make("td", {}, mark.dataset.after ? make("ins", {}, mark.dataset.after) : make("em", {}, words.deleted))));
      return make("table", { class: "edits" }, make("thead", {}, head), make("tbody", {}, ...rows));
    }

    around(entry) {
      const found = [];
      const outer = new Set();
      for (let mark = entry.marks[0]?.parentElement.closest("mark"); mark; mark = mark.parentElement.closest("mark")) {
        outer.add(this.entries[mark.dataset.i]);
      }
      outer.delete(entry);
      if (outer.size) {
        const crumbs = [...outer].reverse().map((e) => make("button", { "data-go": e.index, title: e.pointer }, `${e.name}${labelOf(e)}`));
        found.push(make("h3", {}, words.inside), make("div", { class: "crumbs" }, ...crumbs));
      }
      const name = entry.kind === "speakers" ? saying(entry, "name") : undefined;
      const inner = this.entries.filter((e) => e !== entry && (covers(entry.pointer, e.pointer) || (name && e.speaker === name)));
      if (inner.length) found.push(make("h3", {}, `${words.holds} ${inner.length}`), ...inner.slice(0, 60).map((e) => this.row(e)));
      return found;
    }

    row(entry) {
      const colour = entry.severity ?? (find(`.chip[data-group="${entry.group}"]`, this.place)?.classList[1] ?? "");
      const on = entry === this.selected ? " on" : "";
      return make("button", { class: `row ${colour}${on}`, "data-go": entry.index, title: entry.pointer },
        make("i"), make("small", {}, entry.name), make("span", {}, summaryOf(entry)));
    }

    list() {
      if (this.opened !== "values") return;
      const section = find('[data-panel="values"]', this.panel);
      const printed = find(".printed", section);
      const query = this.query.toLowerCase();
      const listed = this.entries.filter((entry) => entry.visible && (!query || matches(entry, query)));
      const rows = listed.slice(0, this.limit).map((entry) => this.row(entry));
      const more = listed.length > this.limit
        ? make("button", { class: "more", onclick: () => { this.limit += PAGE; this.list(); } }, words.more) : null;
      section.replaceChildren(printed, ...(rows.length ? rows : [make("p", { class: "quiet" }, words.no_match)]), ...(more ? [more] : []));
    }

    // -- search

    search(query) {
      this.query = query.trim();
      this.hit = -1;
      this.hits = this.query && !this.query.startsWith("/") ? this.ranges(this.query) : [];
      if (CSS.highlights) {
        CSS.highlights.delete("now");
        if (this.hits.length) CSS.highlights.set("hit", new Highlight(...this.hits));
        else CSS.highlights.delete("hit");
      }
      this.limit = PAGE;
      if (this.query && wide()) this.open("values");
      else this.list();
      this.tellHits();
    }

    tellHits() {
      const output = find(".find output");
      const n = this.hits.length;
      if (!this.query || this.query.startsWith("/")) output.textContent = "";
      else if (!n) output.textContent = words.no_hits;
      else output.textContent = this.hit < 0 ? `${n} ${words.hits}` : `${this.hit + 1}${words.of}${n}`;
    }

    ranges(query) {
      this.nodes ??= textNodes(this.text);
      const { nodes, starts, whole } = this.nodes;
      const wanted = query.toLowerCase();
      const locate = (offset) => {
        let low = 0, high = starts.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if (starts[middle] <= offset) low = middle;
          else high = middle - 1;
        }
        return [nodes[low], offset - starts[low]];
      };
      const found = [];
      for (let at = whole.indexOf(wanted); at >= 0 && found.length < MOST_HITS; at = whole.indexOf(wanted, at + wanted.length)) {
        const range = new Range();
        range.setStart(...locate(at));
        const [node, offset] = locate(at + wanted.length - 1);
        range.setEnd(node, offset + 1);
        found.push(range);
      }
      return found;
    }

    nextHit(by) {
      if (this.query.startsWith("/")) return this.goTo(this.query);
      if (!this.hits.length) return undefined;
      this.hit = (this.hit + by + this.hits.length) % this.hits.length;
      const range = this.hits[this.hit];
      CSS.highlights?.set("now", new Highlight(range));
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
      return this.tellHits();
    }
  }

  const covers = (outer, inner) => inner === outer || inner.startsWith(`${outer}/`);
  const saying = (entry, name) => {
    const value = entry.fields.find((field) => field[1] === name)?.[2][0];
    return Array.isArray(value) ? value[0] : value;
  };
  const rawOf = (value) => (Array.isArray(value) ? value.join(" ") : value);
  const labelOf = (entry) => {
    const label = entry.kind === "particulars" ? entry.fields[0]?.[0] : saying(entry, "label") ?? saying(entry, "speaker");
    return label ? ` ${label}` : "";
  };
  const TELLING = ["title", "heading", "metric", "name", "bearer", "text", "units"];
  const summaryOf = (entry) => {
    if (entry.kind === "indicators") return ["metric", "value", "unit"].map((name) => saying(entry, name) ?? "").join(" ");
    if (entry.kind === "norms") return [saying(entry, "bearer"), saying(entry, "marker"), saying(entry, "action")].filter(Boolean).join(" ");
    if (entry.kind === "particulars") return `${entry.fields[0]?.[0] ?? ""} ${quoteOf(entry)}`;
    if (entry.severity) return saying(entry, "title");
    if (entry.kind === "repairs") return saying(entry, "rule");
    const told = TELLING.map((name) => saying(entry, name)).find(Boolean) ?? quoteOf(entry);
    const label = labelOf(entry).trim();
    return `${told.startsWith(label) ? "" : label} ${told}`.trim().slice(0, 120);
  };
  const quoteOf = (entry) => {
    let quote = "", block = null;
    for (const mark of entry.marks.slice(0, 200)) {
      const own = mark.closest(".b");
      if (quote && (own !== block || entry.kind === "speakers")) quote += "\n";
      quote += mark.textContent;
      block = own;
    }
    return entry.kind === "speakers" ? [...new Set(quote.split("\n"))].join("　") : quote;
  };
  const matches = (entry, query) =>
    entry.pointer.toLowerCase().startsWith(query) || entry.name.includes(query) ||
    entry.fields.some((field) => field[2].some((value) => rawOf(value).toLowerCase().includes(query))) ||
    quoteOf(entry).toLowerCase().includes(query);
  const textNodes = (text) => {
    const nodes = [], starts = [];
    let whole = "";
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".margin, .role") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      nodes.push(walker.currentNode);
      starts.push(whole.length);
      whole += walker.currentNode.data;
    }
    const lower = whole.toLowerCase();
    return { nodes, starts, whole: lower.length === whole.length ? lower : whole };
  };

  // ---- index of a corpus ------------------------------------------------------------------------------------

  const index = find(".index");
  const templates = all("template.document");
  const heading = find(".top .name");
  const home = heading.cloneNode(true);
  const place = find(".doc");
  const input = find(".find input");
  let indexKinds = new Set();

  const filterIndex = () => {
    const query = input.value.trim().toLowerCase();
    let count = 0;
    all("tbody tr", index).forEach((row) => {
      const visible = !indexKinds.has(row.dataset.kind) && (!query || holds(row, query));
      row.hidden = !visible;
      count += visible;
    });
    find(".find output").textContent = query ? `${count}${words.of}${all("tbody tr", index).length}` : "";
  };
  const texts = new Map();
  const holds = (row, query) => {
    if (row.textContent.toLowerCase().includes(query)) return true;
    const template = templates[row.dataset.number - 1];
    if (!template) return false;
    if (!texts.has(row)) texts.set(row, find(".text", template.content).textContent.toLowerCase());
    return texts.get(row).includes(query);
  };
  const sortBy = (header) => {
    const column = [...header.parentElement.children].indexOf(header);
    const upward = header.getAttribute("aria-sort") !== "ascending" && !(header.matches(".n") && !header.hasAttribute("aria-sort"));
    for (const other of header.parentElement.children) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", upward ? "ascending" : "descending");
    const key = (row) => row.children[column].dataset.sort ?? row.children[column].textContent;
    const compare = header.matches(".n")
      ? (a, b) => Number(key(a)) - Number(key(b))
      : (a, b) => key(a).localeCompare(key(b), words.lang);
    const body = find("tbody", index);
    body.append(...all("tr", body).sort((a, b) => (upward ? compare(a, b) : compare(b, a))));
  };
  const showIndex = () => {
    shown = null;
    place.replaceChildren();
    place.hidden = true;
    index.hidden = false;
    heading.replaceChildren(...home.cloneNode(true).childNodes);
    find(".back").hidden = true;
    find(".tool.repaired").hidden = true;
    input.placeholder = words.search_index;
    input.value = "";
    filterIndex();
    root.style.setProperty("--top", `${wide() ? find(".top").offsetHeight : 0}px`);
    document.title = words.documents_title;
  };
  const showDocument = (number) => {
    const template = templates[number - 1];
    place.replaceChildren(template.content.cloneNode(true));
    place.hidden = false;
    index.hidden = true;
    const { title, meta } = template.dataset;
    heading.replaceChildren(make("bdi", {}, title), make("bdi", { class: "meta" }, meta));
    document.title = `${title} · ${words.review}`;
    find(".back").hidden = false;
    find(".tool.repaired").hidden = false;
    input.placeholder = words.search_hint;
    input.value = "";
    find(".find output").textContent = "";
    scrollTo({ top: 0, behavior: "instant" });
    shown = new Shown(place, number);
  };

  // ---- addresses --------------------------------------------------------------------------------------------

  const setHash = (number, pointer) => {
    try {
      history.replaceState(null, "", `#${number ?? ""}${pointer}`);
    } catch {
      // a page in a sandbox has no address of its own
    }
  };
  const route = () => {
    let address = location.hash.slice(1);
    try {
      address = decodeURIComponent(address);
    } catch {
      // an address that somebody typed
    }
    const [, number, pointer] = /^(\d*)(\/.*)?$/.exec(address) ?? [];
    if (templates.length) {
      if (!number || Number(number) < 1 || Number(number) > templates.length) return showIndex();
      if (shown?.number !== Number(number)) showDocument(Number(number));
    }
    return pointer ? shown?.goTo(pointer) : undefined;
  };

  // ---- keys -------------------------------------------------------------------------------------------------

  const help = find("dialog.keys");
  const toggleHelp = () => (help.open ? help.close() : help.showModal());
  const toggleRepaired = () => {
    const on = document.body.classList.toggle("mended");
    find(".tool.repaired").setAttribute("aria-pressed", String(on));
  };
  const back = () => {
    const link = find(".back");
    if (link && !link.hidden) link.click();
  };
  const finding = (entry) => entry.group === "diagnostics" && entry.visible;
  const press = (selector) => shown && find(selector, place)?.click();
  const KEYS = {
    j: () => shown?.step(1),
    k: () => shown?.step(-1),
    n: () => shown?.step(1, finding),
    p: () => shown?.step(-1, finding),
    0: () => shown?.showAll(),
    "/": () => { input.focus(); input.select(); },
    "?": toggleHelp,
    r: () => shown && toggleRepaired(),
    t: turnTheme,
    u: back,
    Escape: () => {
      if (!shown) return;
      shown.deselect();
      shown.shut();
      if (wide()) shown.open("overview");
      setHash(shown.number, "");
    },
  };
  for (let key = 1; key <= 9; key++) KEYS[key] = () => press(`.chip[aria-keyshortcuts="${key}"]`);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") {
        if (input.value) {
          input.value = "";
          input.dispatchEvent(new Event("input"));
        }
        event.target.blur();
      } else if (event.key === "Enter" && event.target === input) shown?.nextHit(event.shiftKey ? -1 : 1);
      return;
    }
    const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
    if (act) {
      event.preventDefault();
      act();
    }
  });

  // ---- start ------------------------------------------------------------------------------------------------

  setTheme(theme);
  find(".tool.theme").addEventListener("click", turnTheme);
  find(".tool.repaired").addEventListener("click", toggleRepaired);
  find(".tool.help").addEventListener("click", toggleHelp);
  find(".tool", help).addEventListener("click", () => help.close());
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (shown ? shown.search(input.value) : filterIndex()), 120);
  });
  if (index) {
    for (const header of all("th[data-key]", index)) find("button", header).addEventListener("click", () => sortBy(header));
    for (const chip of all(".chip", index)) {
      chip.addEventListener("click", () => {
        const hide = chip.getAttribute("aria-pressed") === "true";
        chip.setAttribute("aria-pressed", String(!hide));
        if (hide) indexKinds.add(chip.dataset.kind);
        else indexKinds.delete(chip.dataset.kind);
        filterIndex();
      });
    }
  }
  if (!index) shown = new Shown(place, null);
  else if (!templates.length) root.style.setProperty("--top", `${wide() ? find(".top").offsetHeight : 0}px`);
  addEventListener("hashchange", route);
  addEventListener("resize", () => shown?.measure());
  addEventListener("beforeprint", () => shown?.deselect());
  route();
  root.dataset.ready = "";
})();
