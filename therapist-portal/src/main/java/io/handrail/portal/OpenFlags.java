package io.handrail.portal;

import io.handrail.care.alert.Delivery;
import io.handrail.care.review.RiskQueue;
import java.util.Collection;
import java.util.List;

/**
 * The open flags as one clinician meets them, read once for a page.
 *
 * @param own those that this clinician answers for, oldest first: those of their own clients, and
 *     those that the chain of people asked them to answer for a colleague
 * @param carried how the open flags of the whole clinic are carried, as far as they are
 */
public record OpenFlags(List<RiskQueue.Entry> own, Collection<Delivery> carried) {
  static final OpenFlags NONE = new OpenFlags(List.of(), List.of());

  public OpenFlags {
    own = List.copyOf(own);
    carried = List.copyOf(carried);
  }

  /** How many clients the clinician's own flags are of. */
  int clients() {
    return (int) own.stream().map(RiskQueue.Entry::client).distinct().count();
  }
}
