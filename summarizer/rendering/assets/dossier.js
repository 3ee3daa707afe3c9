
"use strict";
// Filters the lines, and shows one article at a time with its sentence lit. Without this script all lines and all
// articles stand there, and the numbers behind a line lead to its sentences.
(() => {
  const root = document.documentElement;
  const pane = document.getElementById("article");
  const hint = document.getElementById("hint");
  const closing = document.getElementById("close");
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const beside = window.matchMedia("(min-width: 62rem)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const sources = [...document.querySelectorAll(".source")];
  const entries = [...document.querySelectorAll(".entry")];
  const choices = [...form.querySelectorAll("[data-filter]")];
  let opener = null;

  root.classList.add("scripted");
  closing.hidden = form.hidden = hint.hidden = false;
  for (const source of sources) source.hidden = true;

  const unlight = () => {
    for (const lit of document.querySelectorAll(".sentence.lit")) lit.classList.remove("lit");
    for (const open of document.querySelectorAll(".ref.open")) open.classList.remove("open");
  };

  const show = (place, link) => {
    const source = place.closest(".source");
    unlight();
    for (const one of sources) one.hidden = one !== source;
    hint.hidden = true;
    root.classList.add("reading");
    opener = link;
    link?.classList.add("open");
    if (place !== source) place.classList.add("lit");
    place.focus({ preventScroll: true });
    const top = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    const behavior = calm.matches ? "auto" : "smooth";
    pane.scrollTo({ top: place === source ? 0 : pane.scrollTop + top - window.innerHeight / 3, behavior });
  };

  const close = () => {
    if (!root.classList.contains("reading")) return;
    root.classList.remove("reading");
    opener?.focus();
    if (beside.matches) return;
    unlight();
  };

  const filter = () => {
    const chosen = choices.filter((choice) => choice.value !== "");
    let count = 0;
    for (const entry of entries) {
      const fits = ({ dataset, value }) => entry.dataset[dataset.filter].split(" ").includes(value);
      entry.hidden = !chosen.every(fits);
      if (!entry.hidden) count += 1;
    }
    for (const mark of document.querySelectorAll("[data-event]")) {
      mark.toggleAttribute("hidden", document.getElementById(mark.dataset.event).hidden);
    }
    for (const section of document.querySelectorAll("main > section")) {
      section.hidden = !section.querySelector(".entry:not([hidden])");
    }
    shown.textContent = `${count} of ${shown.dataset.all} lines`;
  };

  const followed = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ref");
    if (!link) return;
    event.preventDefault();
    show(followed(link), link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  closing.addEventListener("click", close);
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields have their old values until the event is over.
  form.addEventListener("reset", () => setTimeout(filter));
  filter();

  const named = location.hash.length > 1 && followed(location);
  if (named && named.closest(".source")) show(named, null);
})();
