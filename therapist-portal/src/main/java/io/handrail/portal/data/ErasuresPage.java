package io.handrail.portal.data;

import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import java.util.List;

/** The erasures of a clinic, the latest wish first. */
record ErasuresPage(Frame frame, List<Row> rows) implements PortalPage {

  /**
   * @param name as it is now; empty once erased
   * @param state {@code waiting}, {@code broken} or {@code done}
   */
  record Row(String id, String name, String state, String at) {}
}
