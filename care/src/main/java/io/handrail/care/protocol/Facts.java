package io.handrail.care.protocol;

import java.time.LocalDate;
import java.util.Optional;

/** What conditions may know of a run. */
public interface Facts {
  Protocol protocol();

  /** BCP 47 tag of the wordings. */
  String language();

  Optional<Value> value(String field);

  /** How many steps were left without an answer. */
  int skipped();

  /** Answers taken in all. */
  int turns();

  /** The date on the client's own clock; empty where nobody said. */
  Optional<LocalDate> today();

  /** How many entries of a list stand so with the clinician. */
  long approvals(String list, Approval wanted);

  /** The step that waits, if one does. */
  Optional<Step.Question> waiting();

  /** True when the field holds all that its step asks for. */
  default boolean filled(String field) {
    Field declared = protocol().fields().get(field);
    return declared != null && value(field).map(v -> declared.complete(v, this)).orElse(false);
  }

  /** True when every required field is filled. */
  default boolean allFilled() {
    return protocol().fields().values().stream()
        .filter(Field::required)
        .allMatch(f -> filled(f.name()));
  }
}
