package io.handrail.portal.join;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where Handrail knows crisis numbers; elsewhere the European emergency number stands. */
final class Regions {
  static final List<Region> ALL =
      Stream.concat(
              Stream.of("GB", "IE", "US", "CA", "AU", "NZ", "ES", "DE", "FR", "MX")
                  .map(code -> new Region(code, Locale.of("", code).getDisplayCountry(Locale.UK))),
              Stream.of(new Region("EU", "Elsewhere in Europe")))
          .toList();

  private Regions() {}

  /**
   * One region.
   *
   * @param code ISO 3166, or {@code EU}
   */
  public record Region(String code, String name) {}
}
