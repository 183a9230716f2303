"use strict";
(() => {
  const words = JSON.parse(document.querySelector("script.words").textContent);
  const drop = document.querySelector(".drop");
  const input = drop.querySelector("input");
  const laid = document.querySelector(".laid");
  const LARGEST = 64 * 1024 * 1024;
  let count = 0;

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const link = (id, form, label) =>
    make("a", { class: "tool", href: `documents/${id}.${form}`, ...(form === "html" ? { target: "_blank", rel: "noopener" } : {}) }, label);

  const lay = async (file) => {
    const told = make("small", {}, words.open_busy);
    const row = make("li", {}, make("div", {}, make("strong", {}, make("bdi", {}, file.name)), told));
    laid.prepend(row);
    const fail = (reason) => {
      row.classList.add("failed");
      told.textContent = reason;
    };
    if (file.size > LARGEST) return fail(words.open_too_large);
    let answer;
    try {
      answer = await fetch(`documents?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
      if (!answer.ok) return fail(await answer.text());
      answer = await answer.json();
    } catch {
      return fail(words.open_lost);
    }
    row.querySelector("strong").replaceChildren(make("bdi", {}, answer.title ?? words.untitled));
    told.replaceChildren(make("bdi", {}, file.name),
      ` · ${words.kinds[answer.kind] ?? answer.kind} · ${words.found} ${answer.values} · ${words.findings} ${answer.findings}`);
    row.append(link(answer.id, "html", words.open_review), link(answer.id, "json", "JSON"), link(answer.id, "xlsx", "Excel"));
    count += 1;
    const together = document.querySelector(".together");
    together.hidden = count < 2;
    together.querySelector(".count").textContent = `${count} ${words.documents}`;
    return undefined;
  };
  const layAll = async (files) => {
    for (const file of files) await lay(file); // one after the other: each is parsed alone
  };

  input.addEventListener("change", () => {
    layAll([...input.files]);
    input.value = "";
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("over");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    layAll([...event.dataTransfer.files]);
  });
  document.documentElement.dataset.ready = "";
})();
