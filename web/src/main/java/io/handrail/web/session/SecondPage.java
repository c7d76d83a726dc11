package io.handrail.web.session;

import java.util.List;
import java.util.Optional;

/**
 * The second page of a sign-in.
 *
 * @param stage {@code code}, {@code set-up} or {@code recovery}
 * @param to where to go on
 * @param problem message key's last part, under {@code second.problem.}
 * @param minutes to wait, when that is the problem
 * @param beginning what an app is shown, while it is set up
 * @param recovery the recovery codes, on the one page that shows them
 */
record SecondPage(
    String stage,
    String to,
    Optional<String> problem,
    long minutes,
    Optional<SecondFactors.Beginning> beginning,
    List<String> recovery) {}
