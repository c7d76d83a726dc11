package io.handrail.portal.passphrase;

import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import java.time.Instant;

/**
 * The one page that shows a code.
 *
 * @param colleague true for staff, false for a client
 * @param back where one goes on
 * @param signIn the name the code goes with
 */
record CodePage(
    Frame frame,
    boolean colleague,
    String name,
    String back,
    String signIn,
    String code,
    Instant expiresAt)
    implements PortalPage {}
