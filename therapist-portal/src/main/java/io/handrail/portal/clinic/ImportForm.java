package io.handrail.portal.clinic;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A spreadsheet as pasted.
 *
 * @param id one for each row, chosen when the rows were looked at, so that enrolling twice enrols
 *     nobody twice
 * @param namesakes {@code yes} where those with a known name are other people
 */
@Serdeable
record ImportForm(@Nullable String text, @Nullable List<String> id, @Nullable String namesakes) {
  ImportForm {
    text = text == null ? "" : text;
    id = id == null ? List.of() : List.copyOf(id);
  }

  static ImportForm empty() {
    return new ImportForm("", List.of(), "");
  }

  List<String> ids() {
    return id;
  }

  boolean again() {
    return "yes".equals(namesakes);
  }
}
