/**
 * Taking over, giving back and closing take their own button away. Who pressed it goes on in the answer
 * box after taking over, else where it says with whom the customer talks now.
 */
const { body } = document;

let pressed = null;

function goOn() {
  if (!pressed || document.activeElement !== body) return;
  const stillThere = document.getElementById(pressed);
  const answer = pressed === "neem-over" && document.getElementById("text");
  (stillThere || answer || document.querySelector("#stand .now")).focus();
  pressed = null;
}

body.addEventListener("htmx:beforeRequest", ({ detail: { elt } }) => {
  if (elt.closest("#stand")) pressed = document.activeElement.id;
});
body.addEventListener("htmx:oobAfterSwap", goOn);
body.addEventListener("htmx:afterSettle", goOn);
