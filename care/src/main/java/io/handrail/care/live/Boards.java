package io.handrail.care.live;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.State;
import io.handrail.care.live.LiveBoard.Entry;
import io.handrail.care.live.LiveBoard.Kind;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps the boards of all clinics. The board first, then the roll that finds it. */
public final class Boards {
  private final Shelves shelves;

  public Boards(Shelves shelves) {
    this.shelves = shelves;
  }

  public LiveBoard of(ClinicId clinic) {
    return shelves.liveBoards().get(clinic).orElse(LiveBoard.EMPTY);
  }

  /** The clinics that may have something open. */
  public List<ClinicId> clinics() {
    return shelves.liveRolls().get(LiveRoll.KEY).orElse(LiveRoll.EMPTY).clinics();
  }

  /** Brings the board after a client's state; doing it again changes nothing. */
  public void follow(ClientId client, State state) {
    boolean open = state.pending().isPresent() || state.takeover().isPresent();
    LiveBoard known = of(client.clinic());
    if (!open && known.following(client, state) == known) return;
    change(client.clinic(), board -> board.following(client, state));
  }

  public void put(Entry entry) {
    change(entry.client().clinic(), board -> board.with(entry));
  }

  /** Takes off this very entry; one that came since stays. */
  public void done(Entry entry) {
    Kind kind = entry.kind();
    change(
        entry.client().clinic(),
        board -> board.entries().contains(entry) ? board.without(entry.client(), kind) : board);
  }

  private void change(ClinicId clinic, UnaryOperator<LiveBoard> step) {
    shelves.liveBoards().change(clinic, LiveBoard.EMPTY, step);
    shelves.liveRolls().change(LiveRoll.KEY, LiveRoll.EMPTY, roll -> roll.with(clinic));
  }
}
