package io.handrail.web.up;

import io.handrail.care.Shelves;
import io.handrail.web.session.Accounts;
import java.util.List;

/** The first data of a new house, found by {@link java.util.ServiceLoader}. */
public interface Seed {

  /**
   * Fills what is missing and says how to sign in. It is called at every start of a house that
   * began with demo data, so it stores nothing twice, and finishes what a broken start left undone.
   */
  List<SignIn> sow(Settings settings, Shelves shelves, Accounts accounts);

  /**
   * A demo sign-in.
   *
   * @param role {@code client}, {@code clinician}, {@code admin}
   * @param name the person's name
   */
  record SignIn(String role, String name, String user, String password) {}
}
