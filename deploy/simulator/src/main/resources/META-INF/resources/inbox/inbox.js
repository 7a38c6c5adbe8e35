// Keeps the page current: the server says that something changed, the page fetches its panes anew.
const panes = document.getElementById('panes');
const chosen = new URLSearchParams(location.search);
let shown = panes.innerHTML;

const toBottom = () => panes.querySelectorAll('[data-keep-bottom]').forEach(list => { list.scrollTop = list.scrollHeight; });

// The server writes UTC; the reader's clock decides about today's messages.
const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', hour12: false });
const toLocalTimes = () => panes.querySelectorAll('time[datetime]').forEach(time => {
  const at = new Date(time.dateTime);
  if (at.toDateString() === new Date().toDateString()) time.textContent = clock.format(at);
});

async function refresh() {
  const answer = await fetch('/inbox/panes?' + chosen);
  if (!answer.ok) return;
  const next = await answer.text();
  if (next === shown) return;
  const posts = panes.querySelector('.posts');
  const mails = panes.querySelector('.mails');
  const atBottom = posts.scrollTop + posts.clientHeight > posts.scrollHeight - 60;
  const at = [posts.scrollTop, mails.scrollTop];
  // A mail that stays open keeps its frame, so that reading is not disturbed.
  const fresh = document.createElement('template');
  fresh.innerHTML = next;
  const [before, after] = [panes.querySelector('.open'), fresh.content.querySelector('.open')];
  const same = before && after && before.querySelector('h2').textContent === after.querySelector('h2').textContent
    && panes.querySelector('.mails [aria-current]')?.dataset.mail === fresh.content.querySelector('.mails [aria-current]')?.dataset.mail;
  shown = next;
  panes.querySelector('.slack').replaceWith(fresh.content.querySelector('.slack'));
  if (same) {
    panes.querySelector('.mail > header').replaceWith(fresh.content.querySelector('.mail > header'));
    mails.replaceWith(fresh.content.querySelector('.mails'));
  } else {
    panes.querySelector('.mail').replaceWith(fresh.content.querySelector('.mail'));
  }
  if (atBottom) toBottom(); else panes.querySelector('.posts').scrollTop = at[0];
  panes.querySelector('.mails').scrollTop = at[1];
  toLocalTimes();
}

panes.addEventListener('click', event => {
  const link = event.target.closest('[data-mail], [data-slack]');
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  if (link.dataset.mail) chosen.set('mail', link.dataset.mail);
  if (link.dataset.slack) chosen.set('slack', link.dataset.slack);
  history.replaceState(null, '', '?' + chosen);
  refresh().then(() => { if (link.dataset.slack) toBottom(); });
});

let due;
const changes = new EventSource('/inbox/changes');
changes.onmessage = event => {
  if (event.data === '0') return;
  clearTimeout(due);
  due = setTimeout(refresh, 150);
};
changes.onopen = refresh;
toLocalTimes();
toBottom();
