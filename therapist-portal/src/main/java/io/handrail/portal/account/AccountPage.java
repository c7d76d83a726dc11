package io.handrail.portal.account;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import io.handrail.web.session.SecondFactors;
import java.util.List;
import java.util.Optional;

/**
 * One's own sign-in.
 *
 * @param beginning what an app is shown, while the second step is set up
 * @param recovery the recovery codes, on the one page that shows them
 */
record AccountPage(
    Frame frame,
    String account,
    SecondFactors.Standing standing,
    Optional<SecondFactors.Beginning> beginning,
    List<String> recovery,
    Notice notice)
    implements PortalPage {}
