package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.FrontDesk;
import io.handrail.care.clinic.StaffDesk;
import io.handrail.care.homework.HomeworkDesk;
import io.handrail.care.live.Boards;
import io.handrail.care.live.LiveDesk;
import io.handrail.care.measure.Instruments;
import io.handrail.care.plan.PlanDesk;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocolfile.InstrumentFolder;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.care.record.OverTime;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.care.record.erasure.Eraser;
import io.handrail.care.review.HoldRelease;
import io.handrail.care.review.Reviewing;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.brief.BriefDesk;
import io.handrail.care.safety.SafetyDesk;
import io.handrail.web.up.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** What the portal is made of. */
@Factory
class Wiring {

  @Singleton
  Protocols protocols(Settings settings) {
    return ProtocolFolder.open(settings.protocols());
  }

  @Singleton
  Instruments instruments(Settings settings) {
    return InstrumentFolder.open(settings.protocols());
  }

  @Singleton
  RiskDesk riskDesk(Shelves shelves) {
    return new RiskDesk(shelves);
  }

  @Singleton
  HoldRelease holdRelease(Shelves shelves, Clock clock) {
    return new HoldRelease(shelves, clock);
  }

  @Singleton
  Reviewing reviewing(Shelves shelves) {
    return new Reviewing(shelves);
  }

  @Singleton
  HomeworkDesk homeworkDesk(Shelves shelves) {
    return new HomeworkDesk(shelves);
  }

  @Singleton
  BriefDesk briefDesk(Shelves shelves, Protocols protocols, Instruments instruments) {
    return new BriefDesk(shelves, protocols, instruments);
  }

  @Singleton
  PlanDesk planDesk(Shelves shelves) {
    return new PlanDesk(shelves);
  }

  @Singleton
  SafetyDesk safetyDesk(Shelves shelves) {
    return new SafetyDesk(shelves);
  }

  @Singleton
  OverTime overTime(Shelves shelves, Protocols protocols) {
    return new OverTime(shelves, protocols);
  }

  @Singleton
  FrontDesk frontDesk(Shelves shelves) {
    return new FrontDesk(shelves, new SecureRandom());
  }

  @Singleton
  StaffDesk staffDesk(Shelves shelves) {
    return new StaffDesk(shelves, new SecureRandom());
  }

  @Singleton
  LiveDesk liveDesk(Shelves shelves, Protocols protocols, Clock clock) {
    return new LiveDesk(shelves, protocols, clock);
  }

  @Singleton
  Boards boards(Shelves shelves) {
    return new Boards(shelves);
  }

  @Singleton
  Eraser eraser(Shelves shelves, AuditTrail trail, Clock clock) {
    return new Eraser(shelves, trail, clock);
  }
}
