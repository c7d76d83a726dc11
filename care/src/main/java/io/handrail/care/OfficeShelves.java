package io.handrail.care;

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

/** What the office keeps: how people come in, who did what, copies and erasures. */
public interface OfficeShelves {
  Shelf<StaffId, SignInName> staffSignIns();

  Shelf<ClientId, SignInName> clientSignIns();

  /** By sign-in name. */
  Shelf<String, SecondFactor> secondFactors();

  /** By sign-in name. */
  Shelf<String, PassphraseHelp> passphraseHelp();

  Shelf<ClinicId, SignInRule> signInRules();

  /** The pages of a clinic's trail from 0 on. */
  Shelf<OfClinic<Integer>, AuditPage> auditPages();

  Shelf<ClinicId, AuditHead> auditHeads();

  /** One roll, under {@link AuditRoll#KEY}. */
  Shelf<String, AuditRoll> auditRolls();

  /** Copies of a record that somebody ordered for its reader. */
  Shelf<ClientId, CopyOrder> copyOrders();

  /** Kept under the clinic's key, for they outlive the client's. */
  Shelf<ClientId, Erasure> erasures();

  Shelf<ClinicId, ErasureRoll> erasureRolls();

  /** By what it signs. */
  Shelf<String, SigningKey> signingKeys();

  /** Removes what clinicians noted for themselves about a client, without reading it. */
  void removePrivateNotes(ClientId client, Collection<StaffId> authors);

  /**
   * Destroys the client's key: whatever was sealed under it is unreadable from now on, here at once
   * and in other processes within a minute, and nothing can be stored for the client again.
   */
  void forget(ClientId client);

  /** True when the client's key was destroyed. */
  boolean forgotten(ClientId client);
}
