package io.handrail.web.page;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A page's model that knows whom it speaks to. A model that is not Localised is shown in the
 * language the browser asks for.
 */
public interface Localised {
  /** BCP 47 tag; a language that has no bundle falls back to English. */
  String language();

  /** Where the reader's clock is; {@code day}, {@code date} and {@code clock} use it. */
  default ZoneId zone() {
    return ZoneOffset.UTC;
  }
}
