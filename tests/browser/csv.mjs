// RFC 4180 ▶ rows of cells, lines ending with LF.
export function csvRows(text) {
  const rows = [];
  let row = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;

  text = text.replace(/^\uFEFF/, "");
  while (cell.lastIndex < text.length) {
    const [, raw, end] = cell.exec(text) ?? [];
    if (raw === undefined) throw new Error(`not CSV: row ${rows.length + 1}`);
    const value = raw.startsWith('"')
      ? raw.slice(1, -1).replaceAll('""', '"')
      : raw;
    row.push(value.replaceAll("\r\n", "\n"));
    if (end !== ",") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
