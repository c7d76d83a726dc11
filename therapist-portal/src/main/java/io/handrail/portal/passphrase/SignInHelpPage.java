package io.handrail.portal.passphrase;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;

/**
 * How a client signs in, and help when they cannot.
 *
 * @param signIn the name they sign in with; empty while they have not joined
 * @param openUntil until when a code that was made is good, in words; empty when none is
 * @param lastSet when and by whose code a password was last set; empty when never
 */
record SignInHelpPage(
    Frame frame,
    String id,
    String name,
    String signIn,
    String openUntil,
    String lastSet,
    Notice notice)
    implements PortalPage {}
