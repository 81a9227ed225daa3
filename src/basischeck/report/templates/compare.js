"use strict";
(function () {
  const form = document.getElementById("filters");
  const output = form.querySelector("output");
  const sections = [...document.querySelectorAll(".dept")].map((el) => ({
    el: el,
    entries: [...el.querySelectorAll("article")].map((article) => ({
      el: article,
      kind: article.dataset.k,
      category: article.dataset.c,
      lists: article.dataset.l.split(" "),
      fields: article.dataset.f.split(" "),
      text: "",
    })),
  }));
  const total = sections.reduce((sum, section) => sum + section.entries.length, 0);

  function apply() {
    const kinds = new Set();
    for (const box of form.querySelectorAll("input[type=checkbox]")) if (box.checked) kinds.add(box.value);
    const list = form.elements.list.value;
    const category = form.elements.category.value;
    const field = form.elements.field.value;
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const section of sections) {
      let any = false;
      for (const entry of section.entries) {
        let yes = kinds.has(entry.kind) && (category === "" || entry.category === category);
        yes = yes && (list === "" || entry.lists.includes(list)) && (field === "" || entry.fields.includes(field));
        if (yes && words.length) {
          if (!entry.text) entry.text = entry.el.textContent.toLowerCase();
          yes = words.every((word) => entry.text.includes(word));
        }
        if (entry.el.hidden === yes) entry.el.hidden = !yes;
        if (yes) { any = true; shown += 1; }
      }
      section.el.hidden = !any;
    }
    output.textContent = "显示 " + shown + " / " + total;
  }

  let timer = 0;
  form.addEventListener("input", function (event) {
    clearTimeout(timer);
    timer = setTimeout(apply, event.target === form.elements.words ? 60 : 0);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = true;
    for (const list of form.querySelectorAll("select")) list.value = "";
    form.elements.words.value = "";
    apply();
  });
  document.addEventListener("keydown", function (event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing) { event.preventDefault(); form.elements.words.focus(); }
    if (event.key === "Escape" && event.target === form.elements.words) { form.elements.words.value = ""; apply(); }
  });
  if (total > 1500) document.body.classList.add("long");
  form.hidden = false;
  apply();
})();
