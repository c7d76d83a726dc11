package io.handrail.care.mongo;

import io.handrail.care.OfficeShelves;
import io.handrail.care.Shelf;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.Shelves.OfClinic;
import io.handrail.care.access.PassphraseHelp;
import io.handrail.care.access.SecondFactor;
import io.handrail.care.access.SignInName;
import io.handrail.care.access.SignInRule;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditHead;
import io.handrail.care.record.audit.AuditPage;
import io.handrail.care.record.audit.AuditRoll;
import io.handrail.care.record.erasure.Erasure;
import io.handrail.care.record.erasure.ErasureRoll;
import io.handrail.care.record.erasure.SigningKey;
import io.handrail.care.record.takeout.CopyOrder;
import java.util.Collection;

/**
 * The shelves of the office. The trail is sealed under the clinic's key, so that it outlives a
 * client who is erased.
 */
abstract class StoredOffice extends StoredReviews implements OfficeShelves {
  private final Shelf<StaffId, SignInName> staffSignIns;
  private final Shelf<ClientId, SignInName> clientSignIns;
  private final Shelf<String, SecondFactor> secondFactors;
  private final Shelf<String, PassphraseHelp> passphraseHelp;
  private final Shelf<ClinicId, SignInRule> signInRules;
  private final Shelf<OfClinic<Integer>, AuditPage> auditPages;
  private final Shelf<ClinicId, AuditHead> auditHeads;
  private final Shelf<String, AuditRoll> auditRolls;
  private final Shelf<ClientId, CopyOrder> copyOrders;
  private final Shelf<ClientId, Erasure> erasures;
  private final Shelf<ClinicId, ErasureRoll> erasureRolls;
  private final Shelf<String, SigningKey> signingKeys;
  private final KeyRing keys;

  StoredOffice(ShelfMaker make) {
    super(make);
    this.staffSignIns = make.ofStaff("staffSignIns", SignInName.class);
    this.clientSignIns = make.ofClient("clientSignIns", SignInName.class);
    this.secondFactors = make.hidden("secondFactors", SecondFactor.class);
    this.passphraseHelp = make.hidden("passphraseHelp", PassphraseHelp.class);
    this.signInRules = make.ofClinic("signInRules", SignInRule.class);
    this.auditPages =
        make.shelf(
            "auditPages",
            AuditPage.class,
            k -> k.clinic() + "/" + k.key(),
            k -> Owner.of(k.clinic()));
    this.auditHeads = make.ofClinic("auditHeads", AuditHead.class);
    this.auditRolls = make.hidden("auditRolls", AuditRoll.class);
    this.copyOrders = make.ofClient("copyOrders", CopyOrder.class);
    this.erasures =
        make.shelf("erasures", Erasure.class, ClientId::toString, id -> Owner.of(id.clinic()));
    this.erasureRolls = make.ofClinic("erasureRolls", ErasureRoll.class);
    this.signingKeys = make.hidden("signingKeys", SigningKey.class);
    this.keys = make.keys();
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
  public final Shelf<String, PassphraseHelp> passphraseHelp() {
    return passphraseHelp;
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

  @Override
  public final Shelf<ClientId, CopyOrder> copyOrders() {
    return copyOrders;
  }

  @Override
  public final Shelf<ClientId, Erasure> erasures() {
    return erasures;
  }

  @Override
  public final Shelf<ClinicId, ErasureRoll> erasureRolls() {
    return erasureRolls;
  }

  @Override
  public final Shelf<String, SigningKey> signingKeys() {
    return signingKeys;
  }

  @Override
  public final void removePrivateNotes(ClientId client, Collection<StaffId> authors) {
    authors.forEach(author -> privateNotes().remove(new OfClient<>(client, author.value())));
  }

  @Override
  public final void forget(ClientId client) {
    keys.forget(Owner.of(client));
  }

  @Override
  public final boolean forgotten(ClientId client) {
    return keys.forgotten(Owner.of(client));
  }
}
