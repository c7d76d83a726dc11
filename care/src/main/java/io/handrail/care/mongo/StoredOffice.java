package io.handrail.care.mongo;

import io.handrail.care.OfficeShelves;
import io.handrail.care.Shelf;
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

/**
 * The shelves of the office. The trail is sealed under the clinic's key, so that it outlives a
 * client who is erased.
 */
abstract class StoredOffice extends StoredReviews implements OfficeShelves {
  private final Shelf<StaffId, SignInName> staffSignIns;
  private final Shelf<ClientId, SignInName> clientSignIns;
  private final Shelf<String, SecondFactor> secondFactors;
  private final Shelf<ClinicId, SignInRule> signInRules;
  private final Shelf<OfClinic<Integer>, AuditPage> auditPages;
  private final Shelf<ClinicId, AuditHead> auditHeads;
  private final Shelf<String, AuditRoll> auditRolls;

  StoredOffice(ShelfMaker make) {
    super(make);
    this.staffSignIns = make.ofStaff("staffSignIns", SignInName.class);
    this.clientSignIns = make.ofClient("clientSignIns", SignInName.class);
    this.secondFactors = make.hidden("secondFactors", SecondFactor.class);
    this.signInRules = make.ofClinic("signInRules", SignInRule.class);
    this.auditPages =
        make.shelf(
            "auditPages",
            AuditPage.class,
            k -> k.clinic() + "/" + k.key(),
            k -> Owner.of(k.clinic()));
    this.auditHeads = make.ofClinic("auditHeads", AuditHead.class);
    this.auditRolls = make.hidden("auditRolls", AuditRoll.class);
  }

  @Override
  public final Shelf<StaffId, SignInName> staffSignIns() {
    return staffSignIns;
  }

  @Override
  public final Shelf<ClientId, SignInName> clientSignIns() {
    return clientSignIns;
  }

  @Override
  public final Shelf<String, SecondFactor> secondFactors() {
    return secondFactors;
  }

  @Override
  public final Shelf<ClinicId, SignInRule> signInRules() {
    return signInRules;
  }

  @Override
  public final Shelf<OfClinic<Integer>, AuditPage> auditPages() {
    return auditPages;
  }

  @Override
  public final Shelf<ClinicId, AuditHead> auditHeads() {
    return auditHeads;
  }

  @Override
  public final Shelf<String, AuditRoll> auditRolls() {
    return auditRolls;
  }
}
