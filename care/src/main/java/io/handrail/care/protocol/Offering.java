package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes the answer to an offer to stop. */
final class Offering {
  private static final Pattern STOP =
      Pattern.compile(
          "(?:yes|yeah|yep|ok|okay|si|vale|claro|sure|stop|parar|pare|basta|dejarlo|terminar|finish|end)\\b.*|.*\\b(?:stop|parar|dejarlo aqui|terminar|finish)(?: here| now| aqui| ya| today| hoy)?");
  private static final Pattern GO_ON =
      Pattern.compile(
          "(?:no|nope|nah|seguir|sigue|sigamos|continuar|continue|keep going|go on|carry on)\\b.*|.*\\b(?:go on|carry on|keep going|continue|seguir|continuar|don't (?:want to )?stop|no (?:quiero )?parar)(?: please| por favor)?");

  private Offering() {}

  static void take(Draft d, Answer answer) {
    Optional<Boolean> stop = stops(answer);
    String name = d.protocol().stopWhen().get(d.mark(Flow.OFFER) - 1).name();
    if (stop.isEmpty() && d.count("unclear:" + Flow.OFFER) == 0) {
      d.say(Kind.TEACH, Phrase.REASK_PICK);
      Flow.ask(d);
    } else if (stop.orElse(false)) {
      Ending.stop(d, name, Phrase.STOPPED);
    } else {
      d.mark(Flow.OFFER, 0);
      d.say(Kind.TEACH, Phrase.GO_ON);
      Flow.ask(d);
    }
  }

  private static Optional<Boolean> stops(Answer answer) {
    return switch (answer) {
      case Answer.Picked(List<String> options) ->
          options.equals(List.of(Expects.STOP))
              ? Optional.of(true)
              : options.equals(List.of(Expects.GO_ON)) ? Optional.of(false) : Optional.empty();
      case Answer.Words(String text) -> said(text);
      case Answer.Read(String text, var captures) -> said(text);
      case Answer.GoTo goTo -> Optional.of(false);
      case Answer.Control control ->
          switch (control) {
            case STOP -> Optional.of(true);
            case SKIP, BACK -> Optional.of(false);
            case WHY, EXAMPLE, HINT, RESUME -> Optional.empty();
          };
    };
  }

  private static Optional<Boolean> said(String text) {
    String bare = Texts.bare(text);
    if (bare.length() > 200) return Optional.empty();
    if (GO_ON.matcher(bare).matches()) return Optional.of(false);
    return STOP.matcher(bare).matches() ? Optional.of(true) : Optional.empty();
  }
}
