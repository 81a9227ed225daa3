"use strict";
(function () {
  const form = document.getElementById("filters");
  const output = form.querySelector("output");
  const groups = [];
  let total = 0;

  function gather() {
    for (const section of document.querySelectorAll(".dept")) {
      const articles = [];
      for (const article of section.querySelectorAll("article")) {
        const head = article.firstElementChild.textContent.toLowerCase();
        const lines = [];
        for (const li of article.querySelectorAll("li")) {
          lines.push({ el: li, severity: li.className, rule: li.querySelector("a").textContent, text: "" });
        }
        total += lines.length;
        articles.push({ el: article, category: article.dataset.c, head: head, lines: lines });
      }
      groups.push({ el: section, department: section.dataset.d, articles: articles });
    }
  }

  function show(el, yes) {
    if (el.hidden === yes) el.hidden = !yes;
  }

  function apply() {
    const severities = new Set();
    for (const box of form.querySelectorAll("input[type=checkbox]")) if (box.checked) severities.add(box.value);
    const rule = form.elements.rule.value;
    const department = form.elements.department.value;
    const category = form.elements.category.value;
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    let items = 0;
    for (const group of groups) {
      let any = false;
      const wanted = department === "" || group.department === department;
      for (const article of group.articles) {
        let some = false;
        const here = wanted && (category === "" || article.category === category);
        for (const line of article.lines) {
          let yes = here && severities.has(line.severity) && (rule === "" || line.rule === rule);
          if (yes && words.length) {
            if (!line.text) line.text = article.head + " " + line.el.textContent.toLowerCase();
            yes = words.every((word) => line.text.includes(word));
          }
          show(line.el, yes);
          if (yes) { some = true; shown += 1; }
        }
        show(article.el, some);
        if (some) { any = true; items += 1; }
      }
      show(group.el, any);
    }
    output.textContent = "显示 " + shown + " / " + total + " 处，" + items + " 个事项或工作表";
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
  for (const row of document.querySelectorAll("a.row")) {
    row.addEventListener("click", function () {
      if (row.dataset.rule) {
        form.elements.rule.value = row.dataset.rule;
        for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = true;
      } else {
        for (const option of form.elements.department.options) {
          if (option.text.startsWith(row.dataset.department + "（")) form.elements.department.value = option.value;
        }
      }
      apply();
    });
  }
  function unfold() {
    const rule = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (rule && rule.tagName === "DETAILS") rule.open = true;
  }
  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", function () {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });

  function start() {
    gather();
    // Thousands of findings are laid out as they come into view; fewer at once, so that links land where they should.
    if (total > 1500) document.body.classList.add("long");
    form.hidden = false;
    unfold();
    apply();
  }

  // What is packed comes first: filters have to see all.
  const packed = document.getElementById("packed");
  if (packed) {
    const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
    const parts = JSON.parse(new TextDecoder().decode(inflate(bytes, Number(packed.dataset.size))));
    document.querySelectorAll(".dept").forEach((section, number) => section.insertAdjacentHTML("beforeend", parts[number]));
    document.getElementById("rest").remove();
  }
  start();
})();
