package io.handrail.care;

import io.handrail.care.Shelves.OfClinic;
import io.handrail.care.access.SecondFactor;
import io.handrail.care.access.SignInName;
import io.handrail.care.access.SignInRule;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditHead;
import io.handrail.care.record.audit.AuditPage;
import io.handrail.care.record.audit.AuditRoll;

/** What the office keeps: how people come in, and who did what. */
public interface OfficeShelves {
  Shelf<StaffId, SignInName> staffSignIns();

  Shelf<ClientId, SignInName> clientSignIns();

  /** By sign-in name. */
  Shelf<String, SecondFactor> secondFactors();

  Shelf<ClinicId, SignInRule> signInRules();

  /** The pages of a clinic's trail from 0 on. */
  Shelf<OfClinic<Integer>, AuditPage> auditPages();

  Shelf<ClinicId, AuditHead> auditHeads();

  /** One roll, under {@link AuditRoll#KEY}. */
  Shelf<String, AuditRoll> auditRolls();
}
