package io.handrail.care.mongo;

import io.handrail.care.ReviewShelves;
import io.handrail.care.Shelf;
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

/** The shelves of what people read, rate, note and plan beside the chat. */
abstract class StoredReviews implements ReviewShelves {
  private final Shelf<OfClient<Integer>, SignedBrief> briefs;
  private final Shelf<ClientId, BriefIndex> briefIndex;
  private final Shelf<ClientId, Rewording> briefWordings;
  private final Shelf<OfClient<String>, PrivateNotes> privateNotes;
  private final Shelf<ClientId, ContextCard> contextCards;
  private final Shelf<OfClient<String>, Rating> ratings;
  private final Shelf<StaffId, RatingRoll> ratingRolls;
  private final Shelf<OfClient<String>, Readings> readings;
  private final Shelf<ClientId, Taper> tapers;
  private final Shelf<StaffId, Team> teams;

  StoredReviews(ShelfMaker make) {
    this.briefs = make.manyOfClient("briefs", SignedBrief.class);
    this.briefIndex = make.ofClient("briefIndex", BriefIndex.class);
    this.briefWordings = make.ofClient("briefWordings", Rewording.class);
    this.privateNotes = make.manyOfClient("privateNotes", PrivateNotes.class);
    this.contextCards = make.ofClient("contextCards", ContextCard.class);
    this.ratings = make.manyOfClient("ratings", Rating.class);
    this.ratingRolls = make.ofStaff("ratingRolls", RatingRoll.class);
    this.readings = make.manyOfClient("readings", Readings.class);
    this.tapers = make.ofClient("tapers", Taper.class);
    this.teams = make.ofStaff("teams", Team.class);
  }

  @Override
  public final Shelf<OfClient<Integer>, SignedBrief> briefs() {
    return briefs;
  }

  @Override
  public final Shelf<ClientId, BriefIndex> briefIndex() {
    return briefIndex;
  }

  @Override
  public final Shelf<ClientId, Rewording> briefWordings() {
    return briefWordings;
  }

  @Override
  public final Shelf<OfClient<String>, PrivateNotes> privateNotes() {
    return privateNotes;
  }

  @Override
  public final Shelf<ClientId, ContextCard> contextCards() {
    return contextCards;
  }

  @Override
  public final Shelf<OfClient<String>, Rating> ratings() {
    return ratings;
  }

  @Override
  public final Shelf<StaffId, RatingRoll> ratingRolls() {
    return ratingRolls;
  }

  @Override
  public final Shelf<OfClient<String>, Readings> readings() {
    return readings;
  }

  @Override
  public final Shelf<ClientId, Taper> tapers() {
    return tapers;
  }

  @Override
  public final Shelf<StaffId, Team> teams() {
    return teams;
  }
}
