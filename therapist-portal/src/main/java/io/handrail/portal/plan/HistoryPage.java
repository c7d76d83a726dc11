package io.handrail.portal.plan;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.plan.PlanPage.Change;
import io.handrail.web.page.Localised;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who changed what of a client's care plan.
 *
 * @param changes newest first
 * @param older the version that the next page goes on before; empty on the last
 * @param paged true where newer changes stand on a page before
 */
record HistoryPage(
    Frame frame, ChartHead head, List<Change> changes, Optional<Integer> older, boolean paged)
    implements Localised {

  @Override
  public String language() {
    return "en";
  }

  @Override
  public ZoneId zone() {
    return frame.zone();
  }
}
