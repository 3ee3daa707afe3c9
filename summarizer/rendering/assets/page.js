
"use strict";
// Ties each line of the briefing to its passages in the article, both ways. Without this script the
// numbers behind a line still lead to its sentences.
(() => {
  const article = document.getElementById("article");
  const hint = document.getElementById("hint");
  const [above, below] = article.querySelectorAll(".edge");
  const beside = window.matchMedia("(min-width: 62rem)");

  const lines = new Map();
  for (const line of document.querySelectorAll("[data-line]")) {
    lines.set(line.id, { element: line, passages: [], first: [] });
  }
  const linesOf = (passage) => passage.dataset.lines.split(" ");
  for (const passage of document.querySelectorAll("[data-lines]")) {
    for (const id of linesOf(passage)) lines.get(id).passages.push(passage);
    for (const id of passage.dataset.first.split(" ")) lines.get(id)?.first.push(passage);
  }

  // A choice is what the reader points at: lines, and the passages that belong to it.
  const nothing = { ids: [], passages: [] };
  let kept = nothing;

  const choiceOf = (target) => {
    const line = target.closest("[data-line]");
    if (line) return { line, ids: [line.id], passages: lines.get(line.id).passages };
    const passage = target.closest("[data-lines]");
    const sentence = target.closest(".sentence.cited");
    const passages = passage ? [passage] : [...(sentence?.querySelectorAll("[data-lines]") ?? [])];
    return { ids: [...new Set(passages.flatMap(linesOf))], passages };
  };

  const light = ({ line, ids, passages }) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit", "says-it");
    for (const id of ids) lines.get(id).element.classList.add("lit");
    for (const passage of passages) {
      passage.classList.add("lit");
      passage.classList.toggle("says-it", ids.some((id) => lines.get(id).first.includes(passage)));
    }
    const place = line && beside.matches && lines.get(line.id).first[0].getBoundingClientRect();
    above.hidden = !(place && place.bottom < 0);
    below.hidden = !(place && place.top > window.innerHeight);
  };

  const keep = (choice) => {
    kept = choice;
    for (const line of document.querySelectorAll(".kept")) line.classList.remove("kept");
    for (const id of choice.ids) lines.get(id).element.classList.add("kept");
    light(choice);
  };

  // The line to go to from a passage: one that it bears out by itself, else the first that rests on it.
  const lineFor = ({ ids, passages }) => {
    const id = ids.find((one) => lines.get(one).first.some((passage) => passages.includes(passage)));
    return lines.get(id ?? ids[0]).element;
  };

  const showInArticle = (passage) => {
    const top = passage.getBoundingClientRect().top;
    article.scrollTo({ top: article.scrollTop + top - window.innerHeight / 3 });
    above.hidden = below.hidden = true;
  };

  const unfold = (line) => {
    const box = document.createElement("div");
    box.className = "unfolded";
    for (const link of line.querySelectorAll(".refs a")) {
      const sentence = document.getElementById(link.hash.slice(1));
      const quoted = document.createElement("p");
      quoted.dir = "auto";
      quoted.lang = sentence.closest("[lang]").lang;
      const number = document.createElement("span");
      number.className = "number";
      number.textContent = sentence.dataset.number;
      quoted.append(number, sentence.textContent);
      box.append(quoted);
    }
    line.append(box);
  };

  const open = (target) => {
    const choice = choiceOf(target);
    keep(choice);
    if (choice.line && beside.matches) return showInArticle(lines.get(choice.line.id).first[0]);
    if (choice.line) {
      const unfolded = choice.line.querySelector(".unfolded");
      return unfolded ? unfolded.remove() : unfold(choice.line);
    }
    if (choice.ids.length) lineFor(choice).scrollIntoView({ block: beside.matches ? "nearest" : "start" });
  };

  // A number behind a line: beside the article it moves the article alone, else it is a plain link.
  const follow = (link, event) => {
    const line = link.closest("[data-line]");
    if (!line || !beside.matches) return;
    event.preventDefault();
    const sentence = document.getElementById(link.hash.slice(1));
    keep(choiceOf(line));
    showInArticle(sentence.querySelector(`[data-lines~="${line.id}"]`) ?? sentence);
  };

  const point = (target) => {
    const choice = choiceOf(target);
    light(choice.ids.length ? choice : { ...kept, line: undefined });
    return choice;
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") point(event.target);
  });
  document.documentElement.addEventListener("pointerleave", () => light({ ...kept, line: undefined }));
  document.addEventListener("focusin", ({ target }) => {
    if (!target.matches(":focus-visible")) return;
    const { line } = point(target);
    if (line && beside.matches) showInArticle(lines.get(line.id).first[0]);
  });
  document.addEventListener("click", (event) => {
    if (!window.getSelection().isCollapsed || event.target.closest(".unfolded")) return;
    const link = event.target.closest("a");
    if (link) follow(link, event);
    else open(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return keep(nothing);
    if (!["Enter", " "].includes(event.key) || !event.target.matches("[data-line], .sentence")) return;
    event.preventDefault();
    open(event.target);
    const choice = choiceOf(event.target);
    if (!choice.line) lineFor(choice).focus();
  });

  const explain = () => {
    const how = beside.matches
      ? "Point at a line to see its evidence, or at a passage to see what rests on it; a click keeps it lit."
      : "Tap a line to unfold its evidence, or a passage to go to the line that rests on it.";
    hint.textContent = `Underlined passages bear out the briefing. ${how}`;
    hint.hidden = false;
  };
  beside.addEventListener("change", explain);
  explain();
})();
