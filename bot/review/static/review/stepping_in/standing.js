/**
 * Taking over, giving back and closing take their own button away. Who pressed it goes on in the answer
 * box after taking over, else where it says with whom the customer talks now.
 */
const { body } = document;

let pressed = null;

body.addEventListener("htmx:beforeRequest", ({ detail: { elt } }) => {
  pressed = elt.closest("#stand") && document.activeElement.id;
});
body.addEventListener("htmx:afterSettle", () => {
  if (!pressed || document.activeElement !== body) return;
  const asks = document.getElementById(pressed);
  const answers = pressed === "neem-over" && document.getElementById("text");
  (asks || answers || document.querySelector("#stand .now")).focus();
  pressed = null;
});
