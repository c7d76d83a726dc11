package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.List;

/** A pattern as parsed, before it is compiled. */
sealed interface PhraseTree {
  record One(WordSet set) implements PhraseTree {}

  record Seq(List<PhraseTree> parts) implements PhraseTree {}

  record Any(List<PhraseTree> choices) implements PhraseTree {}

  record Maybe(PhraseTree part) implements PhraseTree {}

  record Gap(int max) implements PhraseTree {}

  record Not(PhraseTree part) implements PhraseTree {}

  record Begin() implements PhraseTree {}

  record Finish() implements PhraseTree {}

  record Cross() implements PhraseTree {}

  static PhraseTree parse(String source, Slots slots) {
    Parsing parsing = new Parsing(source, slots, 0);
    PhraseTree tree = parsing.alternatives('\0');
    if (parsing.at < source.length())
      throw parsing.wrong("unexpected " + source.charAt(parsing.at));
    return tree;
  }

  /** Reads one pattern from left to right. */
  final class Parsing {
    private static final int DEPTH_MAX = 8;
    private static final int GAP2 = 4;
    private static final int GAP3 = 7;
    private final String source;
    private final Slots slots;
    private final int depth;
    private int at;

    Parsing(String source, Slots slots, int depth) {
      this.source = source;
      this.slots = slots;
      this.depth = depth;
      if (depth > DEPTH_MAX) throw wrong("slots nested too deep");
    }

    IllegalArgumentException wrong(String why) {
      return new IllegalArgumentException("pattern \"" + source + "\": " + why);
    }

    PhraseTree alternatives(char close) {
      List<PhraseTree> choices = new ArrayList<>();
      choices.add(sequence(close));
      while (at < source.length() && source.charAt(at) == '|') {
        at++;
        choices.add(sequence(close));
      }
      return joined(choices);
    }

    /** Alternatives that are single words make one set, which is faster to look in. */
    private static PhraseTree joined(List<PhraseTree> choices) {
      if (choices.size() == 1) return choices.getFirst();
      WordSet singles = new WordSet();
      List<PhraseTree> rest = new ArrayList<>();
      boolean any = false;
      for (PhraseTree choice : choices) {
        if (choice instanceof One(var set)) {
          singles.addAll(set);
          any = true;
        } else if (choice instanceof Any(var inner)) {
          for (PhraseTree part : inner) {
            if (part instanceof One(var set)) {
              singles.addAll(set);
              any = true;
            } else {
              rest.add(part);
            }
          }
        } else {
          rest.add(choice);
        }
      }
      if (any) rest.addFirst(new One(singles));
      return rest.size() == 1 ? rest.getFirst() : new Any(List.copyOf(rest));
    }

    private PhraseTree sequence(char close) {
      List<PhraseTree> parts = new ArrayList<>();
      while (at < source.length()) {
        char c = source.charAt(at);
        if (c == '|' || c == close && close != '\0') break;
        if (c == ' ') at++;
        else element(parts);
      }
      if (parts.isEmpty()) throw wrong("an empty alternative");
      return parts.size() == 1 ? parts.getFirst() : new Seq(List.copyOf(parts));
    }

    private void element(List<PhraseTree> parts) {
      char c = source.charAt(at);
      switch (c) {
        case '(' -> parts.add(inside(')'));
        case '[' -> parts.add(new Maybe(inside(']')));
        case '!' -> {
          at++;
          if (at >= source.length() || source.charAt(at) != '(') throw wrong("! needs (...)");
          parts.add(new Not(inside(')')));
        }
        case '{' -> parts.add(slot());
        case '^' -> {
          at++;
          parts.add(new Begin());
        }
        case '$' -> {
          at++;
          parts.add(new Finish());
        }
        case '/' -> {
          at += 2;
          parts.add(new Cross());
        }
        case '.' -> parts.add(gap());
        default -> word(parts);
      }
    }

    private PhraseTree inside(char close) {
      at++;
      PhraseTree tree = alternatives(close);
      if (at >= source.length() || source.charAt(at) != close) throw wrong("missing " + close);
      at++;
      return tree;
    }

    private PhraseTree slot() {
      int end = source.indexOf('}', at);
      if (end < 0) throw wrong("missing }");
      String name = source.substring(at + 1, end);
      at = end + 1;
      PhraseTree known = slots.parsed(name);
      if (known != null) return known;
      List<String> values = slots.source(name);
      if (values == null) throw wrong("no slot is called " + name);
      List<PhraseTree> choices = new ArrayList<>();
      for (String value : values) {
        Parsing inner = new Parsing(value, slots, depth + 1);
        choices.add(inner.alternatives('\0'));
        if (inner.at < value.length()) throw inner.wrong("unexpected " + value.charAt(inner.at));
      }
      PhraseTree tree = joined(choices);
      slots.keep(name, tree);
      return tree;
    }

    private PhraseTree gap() {
      int from = at;
      while (at < source.length() && source.charAt(at) == '.') at++;
      return switch (at - from) {
        case 2 -> new Gap(GAP2);
        case 3 -> new Gap(GAP3);
        case 4 -> new Gap(12);
        default -> throw wrong("a gap is .. or ... or ....");
      };
    }

    private void word(List<PhraseTree> parts) {
      int from = at;
      while (at < source.length() && " |()[]{}!^$".indexOf(source.charAt(at)) < 0) at++;
      if (at == from) throw wrong("unexpected " + source.charAt(at));
      String word = source.substring(from, at);
      if (!Han.is(word.codePointAt(0))) {
        parts.add(one(word));
        return;
      }
      word.codePoints().forEach(cp -> parts.add(one(Character.toString(cp))));
    }

    private static PhraseTree one(String word) {
      WordSet set = new WordSet();
      set.add(word);
      return new One(set);
    }
  }
}
