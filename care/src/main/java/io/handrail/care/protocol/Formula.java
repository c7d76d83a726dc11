package io.handrail.care.protocol;

import java.util.OptionalLong;

/** Works a number out from other fields; compiled when the file was loaded. It never throws. */
@FunctionalInterface
public interface Formula {

  /** Empty while something that it needs was not given. */
  OptionalLong value(Facts facts);
}
