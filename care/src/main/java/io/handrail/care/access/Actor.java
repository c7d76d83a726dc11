package io.handrail.care.access;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.StaffId;
import java.util.Set;

/** Who is asking. It is made from the session only, never from a body, a path or a header. */
public sealed interface Actor {
  ClinicId clinic();

  /** A client, who only ever reaches what is their own. */
  record ClientActor(ClientId id) implements Actor {
    @Override
    public ClinicId clinic() {
      return id.clinic();
    }
  }

  /** A member of staff with the roles that the session was given. */
  record StaffActor(StaffId id, Set<Role> roles) implements Actor {
    public StaffActor {
      roles = Set.copyOf(roles);
    }

    @Override
    public ClinicId clinic() {
      return id.clinic();
    }

    public boolean is(Role role) {
      return roles.contains(role);
    }

    /** The client of this name in the actor's own clinic; another clinic's cannot be named. */
    public ClientId client(String value) {
      return new ClientId(clinic(), value);
    }

    /** The colleague of this name in the actor's own clinic. */
    public StaffId colleague(String value) {
      return new StaffId(clinic(), value);
    }
  }
}
