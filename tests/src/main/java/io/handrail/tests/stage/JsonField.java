package io.handrail.tests.stage;

/** Reads one field of a flat JSON object; enough for what the product sends. */
final class JsonField {
  private JsonField() {}

  /** The field's text or number; empty when there is none. */
  static String of(String json, String field) {
    String key = "\"" + field + "\":";
    int at = json.indexOf(key);
    if (at < 0) return "";
    int from = at + key.length();
    if (json.charAt(from) != '"') {
      int end = from;
      while (end < json.length() && ",}]".indexOf(json.charAt(end)) < 0) end++;
      return json.substring(from, end);
    }
    var text = new StringBuilder();
    for (int i = from + 1; i < json.length() && json.charAt(i) != '"'; i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escaped = json.charAt(++i);
      switch (escaped) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(escaped);
      }
    }
    return text.toString();
  }
}
