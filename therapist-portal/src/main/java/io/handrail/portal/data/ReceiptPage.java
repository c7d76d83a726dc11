package io.handrail.portal.data;

import io.handrail.care.record.erasure.Receipt;
import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import java.util.List;

/**
 * A receipt.
 *
 * @param holds true when the signature is good
 * @param lines what was destroyed, as words
 * @param keeps what stays, in whole sentences
 */
record ReceiptPage(
    Frame frame,
    Receipt receipt,
    String askedBy,
    String confirmedBy,
    boolean holds,
    List<Line> lines,
    List<String> keeps)
    implements PortalPage {

  /** How many of what. */
  record Line(String what, long count) {}
}
