"use strict";

const LONGEST_PAUSE = 30_000;

const WHY_OVER = {
	expired: "Your login has expired.",
	revoked: "You were logged out.",
	insufficient_permissions: "You may no longer read this thread.",
	too_many_requests: "You have too many threads open.",
};

const byId = (id) => document.getElementById(id);
const form = byId("post");
const field = byId("text");
const send = form.querySelector("button");
const messages = byId("messages");

let socket;
let tries = 0;
let sent = "";

connect();

form.addEventListener("submit", (event) => {
	event.preventDefault();
	if (socket.readyState === WebSocket.OPEN) {
		sent = field.value;
		socket.send(JSON.stringify({ text: sent }));
		field.value = "";
		field.focus();
		tellProblem("");
	}
});

function connect() {
	const address = new URL(document.querySelector("main").dataset.socket, location.href);
	address.protocol = location.protocol.replace("http", "ws");
	socket = new WebSocket(address);
	socket.addEventListener("message", (event) => take(JSON.parse(event.data)));
	socket.addEventListener("close", closed);
}

function take(frame) {
	if (frame.checkedPermissions) {
		const actions = frame.checkedPermissions.threads;
		form.hidden = !actions.includes("write");
		send.disabled = false;
		tries = 0;
		tellState(form.hidden ? "Connected. You may read this thread." : "Connected.");
	}
	if (frame.messages) {
		frame.messages.forEach(show);
	}
	else if (frame.status) {
		refused(frame);
	}
}

function refused(problem) {
	const missing = problem.missing ? ` You need ${problem.missing.join(", ")}.` : "";
	tellProblem(problem.detail + missing);
	field.value ||= sent;
}

// A message may come twice, and the older one later.
function show(message) {
	let next = messages.lastElementChild;
	while (next && Number(next.dataset.seq) > message.seq) {
		next = next.previousElementSibling;
	}
	if (next?.dataset.seq !== String(message.seq)) {
		const item = itemOf(message);
		next ? next.after(item) : messages.prepend(item);
		item.scrollIntoView({ block: "nearest" });
	}
}

function itemOf(message) {
	const item = document.createElement("li");
	const author = document.createElement("strong");
	const text = document.createElement("span");
	item.dataset.seq = message.seq;
	author.textContent = message.author;
	text.textContent = message.text;
	item.append(author, " ", text);
	return item;
}

function closed(event) {
	send.disabled = true;
	if (event.code === 1008) {
		end(WHY_OVER[event.reason] ?? "You were logged out.");
	}
	else if (event.code === 4404) {
		end("The thread was deleted.");
	}
	else {
		reconnectLater();
	}
}

function reconnectLater() {
	const longest = Math.min(LONGEST_PAUSE, 1000 * 2 ** tries);
	tries += 1;
	const pause = longest * (0.5 + Math.random() / 2);
	tellState(`Connection lost. Trying again in ${Math.ceil(pause / 1000)} s…`);
	setTimeout(reconnect, pause);
}

// A refused handshake tells a script nothing; the page, asked for again, does.
async function reconnect() {
	try {
		const page = await fetch(location.href, { redirect: "manual", cache: "no-store" });
		if (page.ok) {
			connect();
		}
		else if (page.type === "opaqueredirect" || page.status === 401) {
			end("You were logged out.");
		}
		else if (page.status === 403 || page.status === 404) {
			end("You may no longer read this thread.");
		}
		else {
			reconnectLater();
		}
	}
	catch {
		reconnectLater();
	}
}

function end(why) {
	tellState("Closed.");
	form.hidden = true;
	byId("over").hidden = false;
	byId("over").firstElementChild.textContent = why;
}

function tellState(text) {
	byId("state").textContent = text;
}

function tellProblem(text) {
	byId("problem").hidden = !text;
	byId("problem").textContent = text;
}
