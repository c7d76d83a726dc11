package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Service;
import io.handrail.web.up.Settings;

/** Starts what clinicians and clinic administrators work in. */
public final class PortalService implements Service {
  @Override
  public String name() {
    return "portal";
  }

  @Override
  public int port(Settings settings) {
    return settings.portalPort();
  }

  @Override
  public Running start(Settings settings, Shelves shelves) {
    return Contexts.start(name(), port(settings), settings, shelves);
  }
}
