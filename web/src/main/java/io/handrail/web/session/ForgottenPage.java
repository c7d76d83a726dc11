package io.handrail.web.session;

import java.util.Optional;

/**
 * Where a new passphrase is set with a code.
 *
 * @param name as it was typed
 * @param code as it was typed; kept where only the passphrase was not fit
 * @param problem message key's last part, under {@code forgotten.problem.}
 * @param minutes to wait, when that is the problem
 * @param weak message key's last part, under {@code password.}, when the passphrase is not fit
 */
record ForgottenPage(
    String name, String code, Optional<String> problem, long minutes, Optional<String> weak) {
  static final ForgottenPage FRESH =
      new ForgottenPage("", "", Optional.empty(), 0, Optional.empty());
}
