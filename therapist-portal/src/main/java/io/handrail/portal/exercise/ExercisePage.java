package io.handrail.portal.exercise;

import io.handrail.care.protocol.Sheet;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import io.handrail.portal.TrendRow;
import java.time.Instant;
import java.util.Optional;

/**
 * One worksheet.
 *
 * @param version of the protocol it was done with
 * @param firstSeq the journal place it began at
 * @param sheet empty where this version of the protocol cannot be read any more
 */
record ExercisePage(
    Frame frame,
    ChartHead head,
    String title,
    String version,
    Instant startedAt,
    Instant endedAt,
    boolean finished,
    long firstSeq,
    Optional<Sheet> sheet,
    TrendRow trends)
    implements PortalPage {}
