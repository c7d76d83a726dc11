package io.handrail.portal;

import io.handrail.web.page.Localised;
import java.time.ZoneId;

/** A page of the portal: in its frame, in English, on the clock of whoever reads it. */
public interface PortalPage extends Localised {
  Frame frame();

  @Override
  default String language() {
    return "en";
  }

  @Override
  default ZoneId zone() {
    return frame().zone();
  }
}
