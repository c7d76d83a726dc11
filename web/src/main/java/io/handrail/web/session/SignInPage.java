package io.handrail.web.session;

import java.util.Optional;

/**
 * What the sign-in page shows.
 *
 * @param to where to go on
 * @param name what was typed before
 * @param problem message key's last part, under {@code sign-in.problem.}
 * @param minutes to wait, when that is the problem
 */
record SignInPage(String to, String name, Optional<String> problem, long minutes) {
  static SignInPage fresh(String to) {
    return new SignInPage(to, "", Optional.empty(), 0);
  }
}
