package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.web.page.Localised;
import java.time.ZoneId;
import java.util.Map;

/** The form for a colleague. */
record ColleaguePage(Frame frame, ColleagueForm form, Map<String, String> problems, Notice notice)
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
