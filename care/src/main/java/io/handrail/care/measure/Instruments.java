package io.handrail.care.measure;

import java.util.List;
import java.util.Optional;

/** The instruments that are there. A sitting under way keeps the version it began with. */
public interface Instruments {
  /** The active version of this name. */
  Optional<Instrument> active(String name);

  /** This very version, active or retired. */
  Optional<Instrument> at(InstrumentRef ref);

  /** All active instruments, by name. */
  List<Instrument> active();

  /** Where nobody installed any. */
  Instruments NONE =
      new Instruments() {
        @Override
        public Optional<Instrument> active(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<Instrument> at(InstrumentRef ref) {
          return Optional.empty();
        }

        @Override
        public List<Instrument> active() {
          return List.of();
        }
      };
}
