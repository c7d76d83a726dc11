package io.handrail.portal.join;

import io.handrail.web.page.Localised;
import java.util.List;
import java.util.Map;

/**
 * The page.
 *
 * @param stage {@code code}, {@code found} or {@code join}
 * @param problems by field name
 * @param hello who is invited; empty for the founder
 * @param clinic whom they will work for; empty for the founder
 */
record JoinPage(
    String stage,
    JoinForm form,
    Map<String, String> problems,
    String hello,
    String clinic,
    List<Regions.Region> regions,
    List<String> zones)
    implements Localised {
  @Override
  public String language() {
    return "en";
  }
}
