package io.handrail.care.protocol;

/** A condition of a protocol file, compiled when the file was loaded. Total: it never throws. */
@FunctionalInterface
public interface Condition {
  Condition ALWAYS = facts -> true;

  /** True when it holds; a condition about something that was not given is false. */
  boolean holds(Facts facts);
}
