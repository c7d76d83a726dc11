package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.conversation.Turns;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** Shelves whose journal fails at the second write of a turn. */
final class CrashingShelves implements Turns {
  boolean failClosing;
  private final Turns turns;
  private final Shelves whole;

  CrashingShelves(Shelves shelves) {
    this.turns = shelves.turns();
    this.whole =
        (Shelves)
            Proxy.newProxyInstance(
                Shelves.class.getClassLoader(),
                new Class<?>[] {Shelves.class},
                (proxy, method, arguments) ->
                    method.getName().equals("turns") ? this : method.invoke(shelves, arguments));
  }

  Shelves shelves() {
    return whole;
  }

  @Override
  public List<Turn> last(ClientId client, int most) {
    return turns.last(client, most);
  }

  @Override
  public List<Turn> between(ClientId client, long from, long to) {
    return turns.between(client, from, to);
  }

  @Override
  public Optional<Turn> get(TurnId id) {
    return turns.get(id);
  }

  @Override
  public boolean open(Turn turn) {
    return turns.open(turn);
  }

  @Override
  public void append(TurnId id, List<Line> lines) {
    turns.append(id, lines);
  }

  @Override
  public boolean close(Turn turn) {
    if (failClosing) throw new IllegalStateException("the store went away");
    return turns.close(turn);
  }

  @Override
  public void erase(ClientId client, long last) {
    turns.erase(client, last);
  }

  @Override
  public List<TurnId> unfinished() {
    return turns.unfinished();
  }

  @Override
  public List<ClientId> journals() {
    return turns.journals();
  }
}
