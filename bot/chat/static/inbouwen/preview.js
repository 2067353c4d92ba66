// What was closed in one preview should show again in the next.
for (const key of ["buur:open", "buur:quiet"]) sessionStorage.removeItem(key);
