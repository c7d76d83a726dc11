package io.handrail.tests.eval;

import io.handrail.care.Shelves;
import io.handrail.care.StoreFault;
import io.handrail.tests.stage.Interposed;
import io.handrail.tests.stage.Interposed.Access;
import java.util.Random;

/**
 * A store that fails by a seed, at any access: it does not answer for a while, it answers no more
 * after it wrote, or the program dies before or after a write, as by kill -9.
 */
final class FaultyStore {
  private static final int OUTAGE_MOST = 25;

  /** What a power cut looks like to the code: nothing after it runs. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final Shelves real;
  private final Random random;
  private int oneIn;
  private int outage;
  private int kills;
  private int faults;

  FaultyStore(Shelves real, Random random) {
    this.real = real;
    this.random = random;
  }

  /**
   * @param accesses how often something goes wrong; 0 for never
   */
  void failing(int accesses) {
    oneIn = accesses;
    outage = 0;
  }

  int kills() {
    return kills;
  }

  int faults() {
    return faults;
  }

  Shelves shelves() {
    return Interposed.store(real, access -> access.writes() ? write(access) : read(access));
  }

  private Object read(Access access) {
    if (away()) throw fault(StoreFault.Category.UNREACHABLE);
    return access.through();
  }

  private Object write(Access access) {
    if (away()) throw fault(StoreFault.Category.UNREACHABLE);
    if (oneIn == 0 || random.nextInt(oneIn) != 0) return access.through();
    switch (random.nextInt(4)) {
      case 0 -> throw killed();
      case 1 -> {
        Object unused = access.through();
        throw killed();
      }
      case 2 -> {
        Object unused = access.through();
        throw fault(StoreFault.Category.UNCERTAIN);
      }
      default -> {
        outage = random.nextInt(OUTAGE_MOST);
        throw fault(StoreFault.Category.UNREACHABLE);
      }
    }
  }

  private boolean away() {
    if (outage == 0) return false;
    outage--;
    return true;
  }

  private Killed killed() {
    kills++;
    outage = 0;
    return new Killed();
  }

  private StoreFault fault(StoreFault.Category category) {
    faults++;
    return new StoreFault(category, "by the seed");
  }
}
