package io.handrail.chatbot.http;

import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.State;
import io.handrail.care.protocol.Advance.Option;
import io.handrail.care.protocol.Run;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Move;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a device sent, and names what was tapped as the client saw it. */
@Singleton
class Arrivals {
  private static final int TEXT_CHARS_MAX = 4000;
  private static final int LABEL_CHARS_MAX = 200;
  private final ChatView view;
  private final Worksheets worksheets;
  private final Exercises exercises;
  private final Messages messages;

  Arrivals(ChatView view, Worksheets worksheets, Exercises exercises, Messages messages) {
    this.view = view;
    this.worksheets = worksheets;
    this.exercises = exercises;
    this.messages = messages;
  }

  /** What became of reading it. */
  sealed interface Read {
    record Taken(Arrival arrival) implements Read {}

    /**
     * @param why a key under {@code chat.wrong}
     */
    record Refused(String why) implements Read {}
  }

  Read read(Sent sent, Visit visit, State state) {
    Optional<MessageId> id = SendId.read(sent.id());
    if (id.isEmpty()) return new Read.Refused("empty");
    if (!blank(sent.move())) {
      return move(sent)
          .<Read>map(move -> new Read.Taken(tap(id.get(), move, sent, visit, state)))
          .orElse(new Read.Refused("empty"));
    }
    String text = blank(sent.text()) ? sent.number() : sent.text();
    if (blank(text)) return new Read.Refused("empty");
    if (text.length() > TEXT_CHARS_MAX) return new Read.Refused("long");
    return new Read.Taken(new Arrival.Message(id.get(), text.strip()));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static Optional<Move> move(Sent sent) {
    if (!sent.move().equals("pick")) return Move.read(sent.move());
    List<String> ticked = sent.option() == null ? List.of() : sent.option();
    return ticked.isEmpty() ? Optional.empty() : Optional.of(new Move.Pick(ticked));
  }

  private Arrival tap(MessageId id, Move move, Sent sent, Visit visit, State state) {
    String label = label(move, sent, visit, state);
    return new Arrival.Tap(
        id, move, label.length() > LABEL_CHARS_MAX ? label.substring(0, LABEL_CHARS_MAX) : label);
  }

  private String label(Move move, Sent sent, Visit visit, State state) {
    String language = visit.language();
    return switch (move) {
      case Move.Start(String protocol) ->
          messages.text(language, "chat.start", exercises.title(protocol, language));
      case Move.Pick(List<String> ids) -> picked(ids, sent, state);
      case Move.GoTo(String step) ->
          messages.text(language, "chat.goto", title(step, state).orElse(step));
      case Move.Measure measure -> measure.instrument(); // the spine knows the words of its answers
      case Move.Button button -> named(language, button.name());
      case Move.Support support -> named(language, support.name());
      case Move.Walk walk -> messages.text(language, "chat.plan.step", walk.step());
      case Move.Hard hard -> messages.text(language, "chat.hard." + hard.barrier().key());
      case Move.Steady steady -> messages.text(language, "chat.steady." + steady.way().key());
      case Move.Toward toward ->
          messages.text(language, "chat.toward." + toward.step().key(), visit.therapist().name());
      case Move.Noted noted ->
          messages.text(language, "chat.plan.step", noted.step().ordinal() + 1);
      case Move.Safety safety ->
          messages.text(language, "chat.safety." + safety.reply().name().toLowerCase(Locale.ROOT));
    };
  }

  private String named(String language, String name) {
    return messages.text(language, "chat." + name.toLowerCase(Locale.ROOT));
  }

  private String picked(List<String> ids, Sent sent, State state) {
    List<Option> options = view.expect(state).options();
    String known =
        options.stream()
            .filter(option -> ids.contains(option.id()))
            .map(Option::label)
            .collect(Collectors.joining(", "));
    if (!known.isEmpty()) return known;
    return blank(sent.label()) ? String.join(", ", ids) : sent.label().strip();
  }

  private Optional<String> title(String step, State state) {
    return state
        .run()
        .filter(Run::running)
        .flatMap(worksheets::of)
        .flatMap(w -> w.sheet().rows().stream().filter(row -> row.step().equals(step)).findFirst())
        .map(row -> row.title());
  }
}
