package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.Map;

/** The form for a colleague. */
record ColleaguePage(Frame frame, ColleagueForm form, Map<String, String> problems, Notice notice)
    implements PortalPage {}
