/** What this device keeps for its people; nothing where the browser forbids it. */
export function kept(key, area = "localStorage") {
  try {
    return globalThis[area].getItem(`werkplek:${key}`);
  } catch {
    return null;
  }
}

export function keep(key, value, area = "localStorage") {
  try {
    if (value) globalThis[area].setItem(`werkplek:${key}`, value);
    else globalThis[area].removeItem(`werkplek:${key}`);
  } catch {
    // Forbidden: then it lasts as long as the page.
  }
}
