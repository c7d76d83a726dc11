package io.handrail.portal.data;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Optional;

/**
 * A client's data: the copy, and the erasure.
 *
 * @param base where the forms go: {@code /clients/ID/data} or {@code /clinic/clients/ID/data}
 * @param office true for an administrator, who never holds the copy
 * @param ordered what was last ordered for somebody
 * @param wish how the erasure stands
 * @param keeps what stays after an erasure, in whole sentences
 */
record DataPage(
    Frame frame,
    String id,
    String name,
    String base,
    boolean office,
    Optional<Ordered> ordered,
    Optional<Wish> wish,
    List<String> keeps,
    Notice notice)
    implements PortalPage {

  /**
   * @param to {@code CLIENT} or {@code CLINICIAN}
   */
  record Ordered(String by, String at, String to, boolean mine, String takenAt) {}

  /**
   * @param by who asked, as words
   * @param mayConfirm true for a second person
   * @param open flags that have to be answered first
   * @param broken true where it was confirmed and cut short
   */
  record Wish(String by, String at, boolean mayConfirm, int open, boolean broken) {}
}
