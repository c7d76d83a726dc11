package io.handrail.chatbot.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The parts a chat page is made of, as templates see them. */
final class ChatParts {
  /** More chips than this take the page's own length. */
  private static final int FEW = 5;

  private ChatParts() {}

  /**
   * The header.
   *
   * @param step the part of the exercise that is worked on, from 1
   * @param steps how many there are; 0 outside an exercise
   */
  public record Head(String title, int step, int steps, Optional<Pinned> pinned) {}

  /** The words that stay in view. */
  public record Pinned(String title, String text) {}

  /**
   * One shown line.
   *
   * @param speaker {@code script}, {@code program} or {@code person}
   * @param kind {@code say}, {@code ask}, {@code teach}, {@code crisis} or {@code notice}
   * @param name who speaks
   * @param role what the speaker is, in a word
   */
  public record Bubble(
      long seq, int index, String speaker, String kind, String name, String role, String text) {}

  /**
   * One turn.
   *
   * @param message what the client's device called it
   * @param kind {@code said}, {@code tap}, {@code wrote}, {@code released}, {@code taken}, {@code
   *     handed} or {@code lines}, where there is nothing but lines
   * @param text what began it
   * @param by the person's name, where a person began it
   * @param day set on the first turn of a day
   */
  public record Exchange(
      long seq,
      Optional<String> message,
      String kind,
      String text,
      String by,
      Optional<LocalDate> day,
      List<Bubble> lines) {}

  /** The worksheet. */
  public record Sheet(String title, List<SheetLine> lines) {}

  /**
   * One line of the worksheet.
   *
   * @param state {@code filled}, {@code now}, {@code skipped} or {@code empty}
   * @param goTo the step to go back to, where that can be done
   * @param heart true for the words the exercise turns on
   */
  public record SheetLine(
      String id,
      String title,
      String state,
      Optional<String> goTo,
      boolean heart,
      List<Entry> entries) {}

  /**
   * The client's words, and how strong where they said so.
   *
   * @param part the value as a share of its range, in percent
   * @param was the value it had at first
   */
  public record Entry(
      String text,
      Optional<Long> value,
      Optional<Long> part,
      Optional<Long> was,
      Optional<Long> wasPart) {
    static Entry of(String text) {
      return new Entry(
          text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * The box to write in and what stands around it.
   *
   * @param mode {@code answer} in an exercise, {@code free} outside one, {@code held} on hold,
   *     {@code asked} after a direct question about safety, {@code taken} while a person writes in
   *     the program's place, {@code waiting} while a reply waits for a person
   * @param shape {@code text}, {@code number}, {@code one_of}, {@code some_of} or {@code none}
   * @param step the step that waits
   * @param read a short read that goes with the waiting step, by its protocol's name
   * @param walk the step of the safety plan that a tap leads to, from 1; empty where none does
   * @param replies taps that answer a direct safety question
   * @param offer what follows from the last tap at help; empty where nothing does
   * @param sendId the id a page without script sends with
   * @param typed what was typed and could not be taken
   */
  public record Box(
      String mode,
      String shape,
      String step,
      List<Choice> options,
      int min,
      int max,
      String example,
      boolean skippable,
      boolean canGoBack,
      boolean hasWhy,
      boolean hasExample,
      boolean hasHint,
      Optional<String> read,
      Optional<Integer> walk,
      List<CrisisTable.Number> calls,
      List<String> told,
      List<Choice> replies,
      Optional<Offer> offer,
      String therapist,
      String sendId,
      String typed) {

    /** A box in which no step of an exercise waits. */
    static Box beside(String mode, Visit visit, List<Choice> options, String typed) {
      return new Box(
          mode,
          "none",
          "",
          options,
          0,
          0,
          "",
          false,
          false,
          false,
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          visit.therapist().name(),
          SendId.fresh(),
          typed);
    }

    /** The same, to a person of this name. */
    Box addressing(String person, List<CrisisTable.Number> numbers) {
      return with(walk, numbers, told, replies, offer, person);
    }

    /** The same with help at hand. */
    Box supporting(
        Optional<Integer> walk,
        List<CrisisTable.Number> calls,
        List<String> told,
        List<Choice> replies,
        Optional<Offer> offer) {
      return with(walk, calls, told, replies, offer, therapist);
    }

    private Box with(
        Optional<Integer> walk,
        List<CrisisTable.Number> calls,
        List<String> told,
        List<Choice> replies,
        Optional<Offer> offer,
        String therapist) {
      return new Box(
          mode,
          shape,
          step,
          options,
          min,
          max,
          example,
          skippable,
          canGoBack,
          hasWhy,
          hasExample,
          hasHint,
          read,
          walk,
          calls,
          told,
          replies,
          offer,
          therapist,
          sendId,
          typed);
    }

    /** The key of the words in the empty box. */
    public String asks() {
      if (!mode.equals("answer")) return mode;
      return shape.equals("text") ? "words" : "instead";
    }

    /** True when the options need the page's own length, and the question stays above them. */
    public boolean tall() {
      boolean many = offer.filter(o -> o.choices().size() > FEW).isPresent();
      return many || mode.equals("answer") && !shape.equals("text") && options.size() > 4;
    }

    /** True when the options fit side by side. */
    public boolean shortOptions() {
      return options.stream().allMatch(o -> o.label().length() <= 20);
    }
  }

  /**
   * What a tap at help leads on to.
   *
   * @param key of its heading, under {@code chat.offer}
   */
  public record Offer(String key, List<Choice> choices) {}

  /** A tappable answer, or a way to begin. */
  public record Choice(String id, String label) {}

  /**
   * How an exercise ended.
   *
   * @param how {@code finished} or {@code stopped}
   * @param run its record, when there is one
   * @param keeps what the program asks to remember of it
   */
  public record Ending(
      String how, Optional<String> run, String therapist, List<Work> homework, List<Keep> keeps) {}

  /** Words that the client is asked about: may they be remembered? */
  public record Keep(String protocol, String field, String value) {}

  /** A piece of homework, in a line. */
  public record Work(String id, String task, String when, String state, boolean unread) {}

  /**
   * The whole page.
   *
   * @param after every turn up to this one is on the page, whole
   * @param earlierFrom the turn that an earlier page begins with; empty when all is shown
   * @param wrong why the last message was not taken, as a key under {@code chat.wrong}
   */
  public record Page(
      Head head,
      List<Exchange> log,
      Optional<Long> earlierFrom,
      Optional<Sheet> sheet,
      Box box,
      Optional<Ending> ending,
      long after,
      Optional<String> wrong) {}

  /** The sheet with the id its form sends with. */
  public record SheetForm(Sheet sheet, String sendId) {}
}
