
"use strict";
// The page at "/": sends an article to /v1/briefings, shows the stages as they come, and the finished briefing in
// a frame. Whatever comes from outside is put in as text; the frame alone holds markup, without any right to this page.
(() => {
  const the = (id) => document.getElementById(id);
  const form = the("form");
  const text = the("text");
  const plainTitle = document.title;
  let file = null;
  let models = [];
  let underWay = null;
  let made = null;

  // ---- Text from outside

  // Controls and direction overrides may not reorder or hide what stands around them.
  const plain = (value) =>
    String(value).replace(/\s+/gu, " ").replace(/[\u202a-\u202e\u2066-\u2069]|\p{Cc}/gu, "\ufffd").trim();

  const element = (tag, className, content = "") => {
    const created = document.createElement(tag);
    created.className = className;
    created.textContent = plain(content);
    return created;
  };

  const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const megabytes = (bytes) => Math.ceil(bytes / 1e6).toLocaleString("en");
  const sizeOf = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${megabytes(bytes)} MB`);
  const say = (words) => { the("status").textContent = words; };

  // ---- The service

  const headersWith = (more) => {
    const key = the("key").value.trim();
    return key ? { ...more, Authorization: `Bearer ${key}` } : more;
  };

  const problemFrom = async (response) => {
    if (response.headers.get("content-type")?.startsWith("application/problem+json")) return response.json();
    return { title: "The service did not answer as it should", detail: `It answered with status ${response.status}.` };
  };

  // Two line breaks end an event; JSON keeps those of a text escaped.
  async function* eventsOf(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let held = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (held + value).split("\n\n");
      held = blocks.pop();
      for (const block of blocks) {
        const [, name, data] = /^event: (\w+)\ndata: (.*)$/su.exec(block) ?? [];
        if (name) yield { name, data: JSON.parse(data) };
      }
    }
  }

  const looksLikeAPage = (value) => /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)[\s>]/isu.test(value);

  const wishes = () => {
    const filled = [...new FormData(form)].filter(([, value]) => value !== "");
    return { ...Object.fromEntries(filled), ...(the("strict").checked && { strict: true }) };
  };

  const bodyOf = (order) => {
    if (!file) {
      const article = looksLikeAPage(text.value) ? { html: text.value } : { text: text.value };
      return JSON.stringify({ ...order, ...article, renderings: ["markdown", "html"] });
    }
    const sent = new FormData();
    for (const [name, value] of Object.entries(order)) sent.append(name, value);
    for (const rendering of ["markdown", "html"]) sent.append("renderings", rendering);
    sent.append("file", file);
    return sent;
  };

  const requestOf = (order) => {
    const kind = file ? {} : { "Content-Type": "application/json" };
    const headers = headersWith({ Accept: "text/event-stream", ...kind });
    return { method: "POST", headers, body: bodyOf(order) };
  };

  // The finished briefing. Throws a problem, or what fetch throws.
  const brief = async (request, signal) => {
    const response = await fetch("/v1/briefings", { ...request, signal });
    if (!response.ok) throw await problemFrom(response);
    for await (const { name, data } of eventsOf(response.body)) {
      if (name === "finished") return data;
      if (name === "failed") throw data;
      tell[name]?.(data);
    }
    throw { title: "The answer broke off", detail: "The service ended it before the briefing was finished. Try again." };
  };

  // ---- Models and the key

  const listModels = async () => {
    const response = await fetch("/v1/models", { headers: headersWith({}) }).catch(() => null);
    if (response?.status === 401) askForKey();
    if (!response?.ok) return;
    the("key").removeAttribute("aria-invalid");
    const chosen = the("model").value;
    ({ models } = await response.json());
    the("model").replaceChildren(...models.map(({ name }) => {
      const option = new Option(plain(name), name);
      option.selected = name === chosen;
      return option;
    }));
    the("model-row").hidden = models.length < 2;
    tellWhereTo();
  };

  const askForKey = () => {
    the("key-row").hidden = false;
    if (!the("key").value) return;
    the("key").setAttribute("aria-invalid", "true");
    say("This service does not know that key.");
  };

  const tellWhereTo = () => {
    const model = models.find(({ name }) => name === the("model").value);
    if (!model) return;
    the("whereto").textContent = model.embedded
      ? "The model runs inside this service, which sends the article nowhere."
      : `This service sends the article to ${plain(model.name)}.`;
  };

  // ---- The stages

  const shareOf = ({ name, done, total, unit }) => {
    if (name === "waiting for a place") return total ? `${total} before you` : "you are next";
    if (total < 2) return done > total ? String(done) : "";
    return unit === "bytes" ? `${megabytes(done)} of ${megabytes(total)} MB` : `${done} of ${total}`;
  };

  const begun = (name) => {
    for (const item of the("stages").children) item.classList.remove("now");
    const item = element("li", "now");
    item.dataset.name = name;
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", plain(name));
    item.append(element("span", "name", name), element("span", "share"), bar);
    the("stages").append(item);
    say(plain(name));
    return item;
  };

  const showStage = (stage) => {
    const last = the("stages").lastElementChild;
    const item = last?.dataset.name === stage.name ? last : begun(stage.name);
    const bar = item.querySelector("progress");
    item.querySelector(".share").textContent = shareOf(stage);
    bar.hidden = stage.total < 2 || stage.name === "waiting for a place";
    bar.max = stage.total || 1;
    bar.value = stage.done;
  };

  let facts = 0;
  const tell = {
    stage: showStage,
    notice: (notice) => the("notices").append(element("li", "", notice.text)),
    fact: () => showStage({ name: "facts that hold", done: ++facts, total: 0 }),
  };

  const runClock = () => {
    const start = Date.now();
    const show = () => {
      const seconds = Math.floor((Date.now() - start) / 1000);
      the("clock").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    };
    show();
    return setInterval(show, 1000);
  };

  // ---- What went wrong

  const showProblem = ({ title, detail, request_id: id, errors = [] }) => {
    const parts = [element("p", "strong", title), element("p", "", detail)];
    if (errors.length > 1) {
      const list = element("ul", "");
      list.append(...errors.map((error) => element("li", "", `${error.pointer || "the request"}: ${error.detail}`)));
      parts.push(list);
    }
    if (id) parts.push(element("p", "hint", `Request ${id}`));
    the("problem").replaceChildren(...parts);
    the("problem").focus();
  };

  const asProblem = (error) => {
    if (!(error instanceof Error || error instanceof DOMException)) return error;
    return { title: "The service cannot be reached", detail: `Look at the connection${file ? " and the file" : ""}, then try again.` };
  };

  const failed = (error) => {
    if (error.name === "AbortError") return say("Stopped.");
    showProblem(asProblem(error));
    if (error.code !== "key_required") return;
    askForKey();
    the("key").focus();
  };

  // ---- From one view to another

  const show = (view) => {
    the("compose").hidden = view === "result";
    the("result").hidden = view !== "result";
    the("work").hidden = view !== "work";
    the("actions").hidden = view === "work";
    for (const field of form.elements) field.disabled = view === "work" && field !== text;
    text.readOnly = view === "work";
    document.body.classList.toggle("working", view === "work");
    document.title = view === "result" ? `${the("result-title").textContent} – negotiation briefing` : plainTitle;
  };

  const verdictOf = ({ facts: all, supported, refused, unjudged }) => {
    const share = supported < all || !all ? `${supported} ` : all > 1 ? "all " : "";
    const parts = [`${counted(all, "fact")}, ${share}supported`];
    parts.push(refused.length ? `${refused.length} refused` : "nothing refused");
    if (unjudged.length) parts.push(`${unjudged.length} not judged`);
    return parts.join("; ");
  };

  const blobOf = (content, type) => URL.createObjectURL(new Blob([content], { type }));

  const showBriefing = ({ briefing, renderings }) => {
    if (made) URL.revokeObjectURL(made.address);
    made = { briefing, markdown: renderings.markdown, address: blobOf(renderings.html, "text/html;charset=utf-8") };
    const frame = document.createElement("iframe");
    frame.title = "The briefing and its article";
    // Scripts run in it, by the policy that it inherits, but in an origin of its own: it reaches nothing of this page.
    frame.setAttribute("sandbox", "allow-scripts");
    frame.src = made.address;
    the("page").replaceChildren(frame);
    the("result-title").textContent = plain(briefing.article.title ?? "") || "Briefing of an untitled article";
    the("verdict").textContent = verdictOf(briefing.verification);
    show("result");
    the("result-title").focus();
    say("The briefing is ready.");
  };

  const start = async () => {
    if (underWay) return;
    the("problem").replaceChildren();
    if (!file && !text.value.trim()) {
      showProblem({ title: "No article yet", detail: "Paste its text, or choose a file." });
      return text.focus();
    }
    for (const list of ["stages", "notices"]) the(list).replaceChildren();
    facts = 0;
    underWay = new AbortController();
    // Before the fields are switched off: a form holds no field that is.
    const request = requestOf(wishes());
    show("work");
    the("stop").focus();
    const clock = runClock();
    try {
      showBriefing(await brief(request, underWay.signal));
    } catch (error) {
      show("compose");
      the("go").focus();
      failed(error);
    } finally {
      clearInterval(clock);
      underWay = null;
    }
  };

  // ---- The article

  const choose = (chosen) => {
    file = chosen;
    the("chosen").hidden = !file;
    text.hidden = Boolean(file);
    the("choose").hidden = Boolean(file);
    the("file").value = "";
    the("chosen-name").textContent = plain(file?.name ?? "");
    the("chosen-size").textContent = file ? sizeOf(file.size) : "";
    tellOfText();
    if (file) say(`${plain(file.name)} is chosen.`);
  };

  const tellOfText = () => {
    const kept = text.value.trim() ? " The text that you pasted is kept; remove the file to brief it." : "";
    const size = counted([...text.value].length, "character");
    if (file) the("text-hint").textContent = `The file is what will be briefed.${kept}`;
    else if (!text.value) the("text-hint").textContent = "Text, a web page’s source, or a file: text, HTML, PDF.";
    else the("text-hint").textContent = looksLikeAPage(text.value) ? `A web page’s source, ${size}` : size;
  };

  const dropped = (event) => {
    document.body.classList.remove("dropping");
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    if (underWay) return;
    show("compose");
    const [first] = event.dataTransfer.files;
    if (first) choose(first);
    the("go").focus();
  };

  const draggedOver = (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  };

  const another = () => {
    const { value } = the("key");
    form.reset();
    the("key").value = value;
    the("model").value = made.briefing.provenance.model;
    choose(null);
    show("compose");
    tellWhereTo();
    text.focus();
  };

  const back = () => {
    show("compose");
    (file ? the("go") : text).focus();
  };

  // ---- What can be taken away

  const flash = (button, words) => {
    const note = element("span", "flash", words);
    button.append(note);
    say(words);
    setTimeout(() => note.remove(), 2000);
  };

  const copyMarkdown = async () => {
    try {
      await navigator.clipboard.writeText(made.markdown);
      flash(the("copy"), "Copied");
    } catch {
      flash(the("copy"), "Not allowed to copy");
    }
  };

  const downloadJson = () => {
    const link = document.createElement("a");
    link.href = blobOf(`${JSON.stringify(made.briefing, null, 2)}\n`, "application/json");
    link.download = "briefing.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  const showVerification = () => {
    const frame = the("page").firstElementChild;
    frame.src = `${made.address}#section-verification`;
    frame.focus();
  };

  // ---- What people do

  form.addEventListener("submit", (event) => { event.preventDefault(); start(); });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  });
  text.addEventListener("input", tellOfText);
  the("file").addEventListener("change", (event) => event.target.files[0] && choose(event.target.files[0]));
  the("remove").addEventListener("click", () => { choose(null); text.focus(); });
  the("key").addEventListener("change", listModels);
  the("model").addEventListener("change", tellWhereTo);
  the("stop").addEventListener("click", () => underWay?.abort());
  the("copy").addEventListener("click", copyMarkdown);
  the("download").addEventListener("click", downloadJson);
  the("verdict").addEventListener("click", showVerification);
  the("another").addEventListener("click", another);
  the("back").addEventListener("click", back);
  document.addEventListener("dragover", draggedOver);
  document.addEventListener("dragleave", (event) => event.relatedTarget ?? document.body.classList.remove("dropping"));
  document.addEventListener("drop", dropped);
  window.addEventListener("beforeunload", (event) => { if (underWay) event.preventDefault(); });

  tellOfText();
  listModels();
})();
