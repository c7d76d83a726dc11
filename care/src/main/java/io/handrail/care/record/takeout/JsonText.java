package io.handrail.care.record.takeout;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Writes records, maps and lists as JSON text; an empty Optional is left out. */
public final class JsonText {
  private static final String STEP = "  ";
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  public static String of(Object value) {
    var text = new JsonText();
    text.value(value, "");
    return text.out.append('\n').toString();
  }

  private void value(Object value, String in) {
    switch (value) {
      case null -> out.append("null");
      case Number number -> out.append(number);
      case Boolean bool -> out.append(bool);
      case Map<?, ?> map -> object(map.entrySet().iterator(), in);
      case Iterable<?> list -> array(list.iterator(), in);
      case Record record -> object(components(record), in);
      default -> text(value.toString());
    }
  }

  private static Iterator<? extends Map.Entry<?, ?>> components(Record record) {
    var parts = new java.util.LinkedHashMap<String, Object>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object part;
      try {
        part = component.getAccessor().invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record's own component cannot be read", e);
      }
      if (part instanceof Optional<?> some) {
        some.ifPresent(there -> parts.put(component.getName(), there));
      } else {
        parts.put(component.getName(), part);
      }
    }
    return parts.entrySet().iterator();
  }

  private void object(Iterator<? extends Map.Entry<?, ?>> parts, String in) {
    out.append('{');
    String inner = in + STEP;
    for (boolean first = true; parts.hasNext(); first = false) {
      var part = parts.next();
      out.append(first ? "\n" : ",\n").append(inner);
      text(part.getKey().toString());
      out.append(": ");
      value(part.getValue(), inner);
    }
    if (out.charAt(out.length() - 1) != '{') out.append('\n').append(in);
    out.append('}');
  }

  private void array(Iterator<?> items, String in) {
    out.append('[');
    String inner = in + STEP;
    for (boolean first = true; items.hasNext(); first = false) {
      out.append(first ? "\n" : ",\n").append(inner);
      value(items.next(), inner);
    }
    if (out.charAt(out.length() - 1) != '[') out.append('\n').append(in);
    out.append(']');
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
