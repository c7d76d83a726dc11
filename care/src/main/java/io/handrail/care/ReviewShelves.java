package io.handrail.care;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.Team;
import io.handrail.care.plan.ContextCard;
import io.handrail.care.plan.Taper;
import io.handrail.care.review.PrivateNotes;
import io.handrail.care.review.Readings;
import io.handrail.care.review.brief.BriefIndex;
import io.handrail.care.review.brief.Rewording;
import io.handrail.care.review.brief.SignedBrief;
import io.handrail.care.review.fidelity.Rating;
import io.handrail.care.review.fidelity.RatingRoll;

/** What people read, rate, note and plan beside the chat. */
public interface ReviewShelves {
  /** By client and version; inserted once, never changed. */
  Shelf<OfClient<Integer>, SignedBrief> briefs();

  Shelf<ClientId, BriefIndex> briefIndex();

  /** The last wording of a brief that was asked for. */
  Shelf<ClientId, Rewording> briefWordings();

  /** By client and author; nobody but the author reads them, and no program. */
  Shelf<OfClient<String>, PrivateNotes> privateNotes();

  Shelf<ClientId, ContextCard> contextCards();

  /** By client and conversation. */
  Shelf<OfClient<String>, Rating> ratings();

  Shelf<StaffId, RatingRoll> ratingRolls();

  /** By client and month, for example {@code 2026-11}. */
  Shelf<OfClient<String>, Readings> readings();

  Shelf<ClientId, Taper> tapers();

  /** By supervisor. */
  Shelf<StaffId, Team> teams();
}
