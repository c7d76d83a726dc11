package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wording with slots for the client's words: {@code You wrote: “{situation}”}. It is parsed once;
 * what a client wrote is never parsed.
 *
 * @param source as the file has it
 */
public record Template(String source, List<Piece> pieces) {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z][a-z0-9_]*)(?:\\|([a-z]+))?}");

  public Template {
    pieces = List.copyOf(pieces);
  }

  /** A part of a wording. */
  public sealed interface Piece {
    record Plain(String text) implements Piece {}

    /**
     * @param form how the field's value is given back
     */
    record Slot(String field, Form form) implements Piece {}

    /** A slot whose form nobody knows; a file with one does not load. */
    record Unknown(String field, String form) implements Piece {}
  }

  /** How a value is given back. */
  public enum Form {
    /** A short quote, at most twelve words. */
    SHORT,
    /** All of it. */
    FULL,
    /** Entries with their numbers: "anxious 70 and ashamed 40". */
    LIST,
    /** Entries without their numbers. */
    NAMES,
    FIRST,
    LAST,
    /** The entry with the highest number, without it. */
    STRONGEST,
    /** How many entries. */
    COUNT,
    /** For a list rated once more: "anxious 70 → 40". */
    CHANGE,
    /** The first entry that still lacks a number. */
    OPEN,
    /** The first entry, all of it. */
    ENTRY,
    /**
     * Two or three options of a choice by name: "predicting the worst or calling yourself names".
     */
    OFFERED
  }

  public static Template parse(String source) {
    var pieces = new ArrayList<Piece>();
    Matcher m = SLOT.matcher(source);
    int from = 0;
    while (m.find()) {
      if (m.start() > from) pieces.add(new Piece.Plain(source.substring(from, m.start())));
      pieces.add(slot(m.group(1), Optional.ofNullable(m.group(2)).orElse("short")));
      from = m.end();
    }
    if (from < source.length()) pieces.add(new Piece.Plain(source.substring(from)));
    return new Template(source, pieces);
  }

  private static Piece slot(String field, String form) {
    for (Form f : Form.values()) {
      if (f.name().toLowerCase(Locale.ROOT).equals(form)) return new Piece.Slot(field, f);
    }
    return new Piece.Unknown(field, form);
  }

  /** True when it can be said whatever was answered before. */
  public boolean plain() {
    return pieces.stream().allMatch(p -> p instanceof Piece.Plain);
  }

  /** True when it gives back all of something. */
  boolean full() {
    return pieces.stream().anyMatch(p -> p instanceof Piece.Slot slot && slot.form() == Form.FULL);
  }

  /** The text, or empty when a slot has nothing to give. */
  Optional<String> render(Facts facts) {
    var text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Plain(String plain) -> text.append(plain);
        case Piece.Slot(String field, Form form) -> {
          Optional<String> shown = Given.back(facts, field, form);
          if (shown.isEmpty()) return Optional.empty();
          text.append(shown.get());
        }
        case Piece.Unknown unknown -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(text.toString());
  }
}
