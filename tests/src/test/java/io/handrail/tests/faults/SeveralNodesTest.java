package io.handrail.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.tests.eval.nodes.NodesEval;
import io.handrail.tests.eval.nodes.NodesRun;
import io.handrail.tests.eval.nodes.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A minute of {@code ./handrail eval nodes}: processes of their own, killed with SIGKILL. */
class SeveralNodesTest {
  @TempDir Path folder;

  @Test
  void every_flag_reaches_its_person_whatever_program_dies_and_once_but_where_a_kill_explains_it() {
    Outcome outcome = new NodesRun(Duration.ofSeconds(60), 3, 20261121).run(folder);
    assertEquals(java.util.List.of(), outcome.wrong(), outcome::json);
    assertTrue(outcome.kills() >= 2, outcome::json);
    assertTrue(outcome.flags() >= 15, outcome::json);
    assertTrue(
        outcome.takeovers().stream().allMatch(t -> t.compareTo(NodesEval.takeoverMost()) <= 0),
        outcome::json);
    System.out.println(outcome.json());
  }
}
