package io.handrail.care.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvitationCodeTest {

  @Test
  void a_code_is_read_however_a_person_types_it() {
    var code = new InvitationCode("01ABCDEFGHJK");
    for (String typed :
        new String[] {"01AB-CDEF-GHJK", " 01ab cdef ghjk ", "oiab-cdef-ghjk", "OLABCDEFGHJK"}) {
      assertEquals(Optional.of(code), InvitationCode.read(typed), typed);
    }
  }

  @Test
  void what_has_not_the_shape_of_a_code_is_none() {
    for (String typed :
        new String[] {null, "", "01AB-CDEF", "01AB-CDEF-GHJU", "{\"$ne\":1}", "x".repeat(500)}) {
      assertEquals(Optional.empty(), InvitationCode.read(typed));
    }
  }

  @Test
  void codes_differ_and_read_back_and_never_print_themselves() {
    var random = new SecureRandom();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      InvitationCode code = InvitationCode.make(random);
      assertEquals(Optional.of(code), InvitationCode.read(code.shown()));
      assertTrue(keys.add(code.key()));
      assertEquals(64, code.key().length());
      assertFalse(code.toString().contains(code.text()));
    }
  }
}
