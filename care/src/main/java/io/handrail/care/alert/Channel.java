package io.handrail.care.alert;

/** The ways to a person. */
public enum Channel {
  /** The risk queue, which rings on every page of whoever is signed in. */
  PORTAL,
  EMAIL,
  /** One address for the whole house, for example a clinic's paging system. */
  WEBHOOK;

  /** True where it reaches somebody who is not looking at the portal. */
  public boolean outward() {
    return this != PORTAL;
  }
}
